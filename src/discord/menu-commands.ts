import {
  ApplicationCommandType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { MenuEntry } from '../answers/hearing.ts';

/**
 * Entries in the menu of every message (Apps): they have no description, and their names may hold spaces.
 * @see https://docs.discord.com/developers/interactions/application-commands#message-commands
 */
const entries: Readonly<Record<MenuEntry, RESTPostAPIContextMenuApplicationCommandsJSONBody>> = {
  edit: {
    type: ApplicationCommandType.Message,
    name: 'Retract or correct',
    name_localizations: { ko: '삭제·정정', 'en-US': 'Retract or correct' },
    contexts: [InteractionContextType.Guild],
    default_member_permissions: String(PermissionFlagsBits.ManageChannels),
  },
  report: {
    type: ApplicationCommandType.Message,
    name: 'Report a problem',
    name_localizations: { ko: '문제 신고', 'en-US': 'Report a problem' },
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  },
};

export const menuCommands = Object.values(entries);

/** What a command of that name asks for; null where it is none of ours. An interaction carries the English name. */
export function menuEntryOf(name: string): MenuEntry | null {
  return (['edit', 'report'] as const).find((entry) => entries[entry].name === name) ?? null;
}
