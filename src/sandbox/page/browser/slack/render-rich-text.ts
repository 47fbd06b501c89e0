import { formatDate } from '../platform/dates.ts';
import { emojiFromName } from '../platform/emoji.ts';
import { asNumber, asRecord, asRecords, asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { renderLink } from '../platform/render-link.ts';
import { safeLink } from '../platform/safe-link.ts';
import { h, type Tree } from '../tree/tree.ts';
import { formatSlackDate } from './format-slack-date.ts';
import { renderChannel, renderPerson } from './render-entity.ts';

/** A `rich_text` block: nothing in its texts is parsed. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function renderRichText(block: Json, context: RenderContext): Tree[] {
  return asRecords(block.elements).map((element) => {
    if (element.type === 'rich_text_list') return renderList(element, context);
    const inside = renderElements(element, context);
    if (element.type === 'rich_text_preformatted') return h('pre.slack-pre', {}, inside);
    if (element.type === 'rich_text_quote') return h('blockquote.slack-quote', {}, inside);
    return h('p.rich-section', {}, inside);
  });
}

function renderList(list: Json, context: RenderContext): Tree {
  const indent = Math.min(8, Math.max(0, asNumber(list.indent) || 0));
  const offset = asNumber(list.offset);
  const items = asRecords(list.elements).map((item) => h('li', {}, renderElements(item, context)));
  const classes = `rich-list indent-${indent} level-${indent % 3}${list.border === 1 ? ' bordered' : ''}`;
  if (list.style !== 'ordered') return h('ul', { class: classes }, items);
  return h('ol', { class: classes, start: offset > 0 ? String(offset + 1) : false }, items);
}

function renderElements(parent: Json, context: RenderContext): Tree[] {
  return asRecords(parent.elements).map((element) =>
    styled(renderElement(element, context), asRecord(element.style)),
  );
}

function renderElement(element: Json, context: RenderContext): Tree {
  switch (element.type) {
    case 'text':
      return asText(element.text);
    case 'link': {
      const link = safeLink(element.url);
      const label = asText(element.text) || asText(element.url);
      return link === null ? label : renderLink(link, [label]);
    }
    case 'emoji': {
      const drawn = emojiFromName(asText(element.name)) ?? fromUnicode(asText(element.unicode));
      return drawn === null
        ? `:${asText(element.name)}:`
        : h('span.emoji', { title: `:${asText(element.name)}:` }, drawn);
    }
    case 'user':
      return renderPerson(asText(element.user_id), null, context);
    case 'channel':
      return renderChannel(asText(element.channel_id), null, context);
    case 'usergroup':
      return h('span.mention', {}, `@${asText(element.usergroup_id)}`);
    case 'broadcast':
      return h('span.mention.mention-all', {}, `@${asText(element.range)}`);
    case 'date': {
      const at = asNumber(element.timestamp) * 1000;
      const shown = formatSlackDate(at, asText(element.format), context) ?? asText(element.fallback);
      const time = h(
        'time',
        { title: formatDate(at, { dateStyle: 'full', timeStyle: 'long' }, context) },
        shown,
      );
      const link = safeLink(element.url);
      return link === null ? time : renderLink(link, [time]);
    }
    case 'color': {
      const color = /^#[0-9a-f]{6}$/i.test(asText(element.value)) ? asText(element.value) : 'transparent';
      return h('span.colour', {}, asText(element.value), h('i.swatch', { style: { background: color } }));
    }
    default:
      return asText(element.text);
  }
}

function styled(tree: Tree, style: Json): Tree {
  let result = tree;
  if (style.code === true) result = h('code.slack-code', {}, result);
  if (style.strike === true) result = h('s', {}, result);
  if (style.underline === true) result = h('u', {}, result);
  if (style.italic === true) result = h('em', {}, result);
  if (style.bold === true) result = h('strong', {}, result);
  return result;
}

/** `1f1fa-1f1f8` → 🇺🇸 */
function fromUnicode(codes: string): string | null {
  if (!/^[0-9a-f]{1,5}(-[0-9a-f]{1,5})*$/i.test(codes)) return null;
  return String.fromCodePoint(...codes.split('-').map((code) => Number.parseInt(code, 16)));
}
