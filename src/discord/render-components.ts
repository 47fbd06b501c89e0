import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { withoutInvisible } from '../briefs/plain-text.ts';
import type { Block, Button, Group } from '../message/message.ts';
import { uploadRef } from '../message/uploads-of.ts';
import { webLink } from '../message/web-link.ts';
import { discordLimits as limits } from './limits.ts';
import { renderText } from './render-text.ts';

const styles = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

function clipped(text: string, limit: number): string {
  const points = [...withoutInvisible(text).replace(/\s+/g, ' ')];
  return points.length <= limit ? points.join('') : `${points.slice(0, limit - 1).join('')}…`;
}

/** Nothing for a description that only held invisible characters. */
function described(text = ''): { description?: string } {
  const said = clipped(text, limits.optionLabel);
  return said.trim() === '' ? {} : { description: said };
}

function button(from: Button, id: string): APIButtonComponent[] {
  const label = clipped(from.label, limits.buttonLabel);
  if (from.kind === 'press') {
    const style = from.style ? styles[from.style] : ButtonStyle.Secondary;
    return [{ type: ComponentType.Button, style, label, custom_id: `${id}:${from.action}` }];
  }
  const url = webLink(from.url);
  if (url === '' || url.length > limits.buttonUrl) return [];
  return [{ type: ComponentType.Button, style: ButtonStyle.Link, label, url }];
}

function rows(buttons: readonly Button[], id: string): APIActionRowComponent<APIButtonComponent>[] {
  const all = buttons.flatMap((each) => button(each, id));
  const found: APIActionRowComponent<APIButtonComponent>[] = [];
  for (let start = 0; start < all.length; start += limits.buttonsPerRow)
    found.push({ type: ComponentType.ActionRow, components: all.slice(start, start + limits.buttonsPerRow) });
  return found;
}

function select(
  block: Extract<Block, { kind: 'select' }>,
  id: string,
): APIActionRowComponent<APIStringSelectComponent> {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: `${id}:${block.action}`,
        placeholder: clipped(block.placeholder, limits.placeholder),
        options: block.choices.map(({ label, value, description }) => ({
          label: clipped(label, limits.optionLabel),
          value,
          ...described(description),
        })),
      },
    ],
  };
}

/** A picture that comes with the message. @see https://docs.discord.com/developers/components/reference#media-gallery */
function image(alt: string, ref: string): APIComponentInContainer {
  const media = { url: `attachment://${ref}.png` };
  return {
    type: ComponentType.MediaGallery,
    items: [{ media, description: clipped(alt, limits.description) }],
  };
}

function single(
  block: Extract<Block, { kind: 'divider' | 'buttons' | 'select' }>,
  id: string,
): APIComponentInContainer[] {
  switch (block.kind) {
    case 'divider':
      return [{ type: ComponentType.Separator, divider: true, spacing: 1 }];
    case 'buttons':
      return rows(block.buttons, id);
    case 'select':
      return block.choices.length === 0 ? [] : [select(block, id)];
  }
}

/** Groups as the parts of a container: the running text of a group is one text display, to spare components and bytes. */
export function renderComponents(groups: readonly Group[], id: string): APIComponentInContainer[] {
  const found: APIComponentInContainer[] = [];
  let images = 0;
  for (const { blocks } of groups) {
    let lines: string[] = [];
    const flush = () => {
      if (lines.length > 0) found.push({ type: ComponentType.TextDisplay, content: lines.join('\n') });
      lines = [];
    };
    for (const block of blocks) {
      if (block.kind === 'divider' || block.kind === 'buttons' || block.kind === 'select') {
        flush();
        found.push(...single(block, id));
        continue;
      }
      if (block.kind === 'image') {
        flush();
        found.push(image(block.alt, uploadRef(images)));
        images += 1;
        continue;
      }
      const text = renderText(block);
      if ('apart' in block && block.apart) flush();
      if (text !== '') lines.push(text);
    }
    flush();
  }
  return found;
}
