import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Message } from '../message/message.ts';
import type { Payload, Renderer, RenderOptions } from '../message/renderer.ts';
import { uploadsOf } from '../message/uploads-of.ts';
import { discordLimits as limits } from './limits.ts';
import { renderComponents } from './render-components.ts';

const accent = 0x3b6ef5;

function contents(components: readonly APIComponentInContainer[]): string[] {
  return components.flatMap((each) => (each.type === ComponentType.TextDisplay ? [each.content] : []));
}

/** A container, its parts, and what stands in its rows. */
function countOf(components: readonly APIComponentInContainer[]): number {
  return components.reduce(
    (sum, each) => sum + 1 + (each.type === ComponentType.ActionRow ? each.components.length : 0),
    1,
  );
}

function choicesFit(components: readonly APIComponentInContainer[]): boolean {
  return components.every(
    (row) =>
      row.type !== ComponentType.ActionRow ||
      row.components.every(
        (each) => each.type !== ComponentType.StringSelect || each.options.length <= limits.options,
      ),
  );
}

function fits(message: Message): boolean {
  const components = renderComponents(message.groups, 'x'.repeat(24));
  const texts = contents(components);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + limits.bytesPerDisplay, 0);
  return (
    // One is kept for a role mention in front.
    countOf(components) < limits.components &&
    bytes <= limits.bytes &&
    [...texts.join('')].length <= limits.characters &&
    choicesFit(components)
  );
}

function render(message: Message, { id, silent, mentionRole }: RenderOptions): Payload {
  const role = mentionRole !== null && /^\d{1,20}$/.test(mentionRole) ? mentionRole : null;
  const components: APIMessageTopLevelComponent[] = [
    ...(role === null ? [] : [{ type: ComponentType.TextDisplay as const, content: `<@&${role}>` }]),
    {
      type: ComponentType.Container,
      accent_color: accent,
      components: renderComponents(message.groups, id),
    },
  ];
  return {
    flags: MessageFlags.IsComponentsV2 | (silent ? MessageFlags.SuppressNotifications : 0),
    components,
    allowed_mentions: { parse: [], ...(role === null ? {} : { roles: [role] }) },
    ...uploadsOf(message),
  };
}

/** How Discord says a message: one Components V2 container. */
export const discordRenderer: Renderer = { platform: 'discord', fits, render };
