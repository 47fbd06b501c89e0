import { formatDate } from '../platform/dates.ts';
import { asNumber, asRecord, asRecords, asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { renderImage } from '../platform/render-image.ts';
import { renderLink } from '../platform/render-link.ts';
import { safeLink } from '../platform/safe-link.ts';
import { h, type Tree, type TreeElement } from '../tree/tree.ts';
import { renderInlineMarkdown } from './render-inline-markdown.ts';
import { renderMarkdown } from './render-markdown.ts';

/** An embed: https://docs.discord.com/developers/resources/message#embed-object */
export function renderEmbed(embed: Json, context: RenderContext): TreeElement {
  const colour = asNumber(embed.color);
  const accent =
    colour >= 0 && colour <= 0xffffff
      ? `#${Math.trunc(colour).toString(16).padStart(6, '0')}`
      : 'var(--embed-edge)';
  const title = renderInlineMarkdown(asText(embed.title), context, { isInLink: true, depth: 0 });
  const titleLink = safeLink(embed.url);
  const image = asRecord(embed.image).url;
  const thumbnail = asRecord(embed.thumbnail).url;
  const description = asText(embed.description);
  return h(
    'div.embed',
    { style: { '--accent': accent } },
    h(
      'div.embed-main',
      {},
      renderAuthor(asRecord(embed.author)),
      title.length > 0 && h('div.embed-title', {}, titleLink === null ? title : renderLink(titleLink, title)),
      description !== '' && h('div.embed-description', {}, renderMarkdown(description, context)),
      renderFields(asRecords(embed.fields), context),
      image !== undefined && renderImage(image, title.length > 0 ? asText(embed.title) : '', 'full', context),
      renderFooter(embed, context),
    ),
    thumbnail !== undefined && h('div.embed-thumbnail', {}, renderImage(thumbnail, '', 'thumbnail', context)),
  );
}

function renderAuthor(author: Json): Tree | null {
  const name = asText(author.name);
  const link = safeLink(author.url);
  return name === '' ? null : h('div.embed-author', {}, link === null ? name : renderLink(link, [name]));
}

function renderFields(fields: readonly Json[], context: RenderContext): Tree | null {
  if (fields.length === 0) return null;
  const shown = fields.map((field) =>
    h(
      field.inline === true ? 'div.embed-field.inline' : 'div.embed-field',
      {},
      h('div.embed-field-name', {}, renderInlineMarkdown(asText(field.name), context)),
      h('div', {}, renderMarkdown(asText(field.value), context)),
    ),
  );
  return h('div.embed-fields', {}, shown);
}

function renderFooter(embed: Json, context: RenderContext): Tree | null {
  const at = Date.parse(asText(embed.timestamp));
  const when = Number.isNaN(at) ? null : formatDate(at, { dateStyle: 'short', timeStyle: 'short' }, context);
  const words = [asText(asRecord(embed.footer).text), when ?? ''].filter((word) => word !== '').join(' • ');
  return words === '' ? null : h('div.embed-footer', {}, words);
}
