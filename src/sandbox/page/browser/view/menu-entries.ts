import type { World } from '../../../world.ts';
import { asRecord, asRecords, asText } from '../platform/read-json.ts';

/** An entry of the app's in the menu of a message. */
export interface MenuEntry {
  /** What the act names it by. */
  entry: string;
  label: string;
}

const messageCommand = 3;

/**
 * What the app adds to the menu of a message for this person: Slack's message shortcuts, which everybody has, or
 * Discord's message commands, in the person's language, without those for members with more permissions.
 */
export function menuEntries(world: World, reader: string): MenuEntry[] {
  if (world.platform === 'slack')
    return asRecords(world.shortcuts)
      .filter(({ type }) => type === 'message')
      .map((shortcut) => ({ entry: asText(shortcut.callback_id), label: asText(shortcut.name) }));
  const person = world.people.find(({ id }) => id === reader);
  return asRecords(world.commands)
    .filter(({ type }) => type === messageCommand)
    .filter((command) => person?.isAdmin || asText(command.default_member_permissions) === '')
    .map((command) => {
      const translated = asText(asRecord(command.name_localizations)[person?.locale ?? '']);
      return { entry: asText(command.name), label: translated || asText(command.name) };
    });
}
