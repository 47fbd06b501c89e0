import { phrase } from '../platform/phrases.ts';
import { asNumber, asRecords, asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { renderImage } from '../platform/render-image.ts';
import { h, type Tree, type TreeElement } from '../tree/tree.ts';
import { renderComponent } from './render-component.ts';
import { renderFile } from './render-discord-file.ts';
import { renderEmbed } from './render-embed.ts';
import { renderMarkdown } from './render-markdown.ts';
import { MESSAGE_FLAGS } from './wire-numbers.ts';

/** The body of a Discord message: content, attachments, embeds and components, or the dots of a deferred answer. */
export function renderDiscordMessage(payload: Json, context: RenderContext): TreeElement {
  const flags = asNumber(payload.flags) || 0;
  if ((flags & MESSAGE_FLAGS.loading) !== 0) {
    const app = context.personName(asText(payload.author)) ?? 'Bot';
    return h(
      'div.discord-body',
      {},
      h(
        'p.thinking',
        { role: 'status' },
        h('span.dots', { 'aria-hidden': 'true' }, h('i'), h('i'), h('i')),
        phrase('thinking', context.language, app),
      ),
    );
  }
  const isV2 = (flags & MESSAGE_FLAGS.componentsV2) !== 0;
  const hidesEmbeds = (flags & MESSAGE_FLAGS.suppressEmbeds) !== 0;
  const content = isV2 ? '' : asText(payload.content);
  return h(
    'div.discord-body',
    {},
    content !== '' && h('div.discord-content', {}, renderMarkdown(content, context)),
    asRecords(payload.attachments)
      .filter(() => !isV2)
      .map((attachment) => renderAttachment(attachment, context)),
    asRecords(payload.embeds)
      .filter(() => !hidesEmbeds && !isV2)
      .map((embed) => renderEmbed(embed, context)),
    asRecords(payload.components).map((component) => renderComponent(component, context)),
  );
}

function renderAttachment(attachment: Json, context: RenderContext): Tree {
  const name = asText(attachment.filename);
  const isImage =
    asText(attachment.content_type).startsWith('image/') || /\.(png|jpe?g|gif|webp)$/i.test(name);
  if (isImage) return renderImage(attachment.url, asText(attachment.description) || name, 'full', context);
  return renderFile(name, attachment.url, asNumber(attachment.size));
}
