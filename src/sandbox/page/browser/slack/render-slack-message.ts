import { asRecord, asRecords, asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { renderImage } from '../platform/render-image.ts';
import { renderLink } from '../platform/render-link.ts';
import { safeLink } from '../platform/safe-link.ts';
import { h, type Tree, type TreeElement } from '../tree/tree.ts';
import { renderBlock } from './render-block.ts';
import { renderMrkdwn } from './render-mrkdwn.ts';

/**
 * The body of a Slack message as its clients show it: the blocks when there are any, else the text as mrkdwn
 * (in which addresses become links, but not bare mentions unless the bot asked for it with `link_names`).
 */
export function renderSlackMessage(payload: Json, context: RenderContext): TreeElement {
  const blocks = asRecords(payload.blocks);
  const text =
    payload.mrkdwn === false
      ? [asText(payload.text)]
      : renderMrkdwn(asText(payload.text), payload.parse === 'none', context);
  return h(
    'div.slack-body',
    {},
    blocks.length > 0 ? blocks.map((block) => renderBlock(block, context)) : h('div.slack-text', {}, text),
    asRecords(payload.attachments).map((attachment) => renderAttachment(attachment, context)),
    asRecords(payload.files).map((file) => renderFile(file, context)),
  );
}

function renderAttachment(attachment: Json, context: RenderContext): Tree {
  const colour = /^#?[0-9a-f]{6}$/i.test(asText(attachment.color))
    ? `#${asText(attachment.color).replace('#', '')}`
    : 'var(--line)';
  const blocks = asRecords(attachment.blocks);
  const title = asText(attachment.title);
  const link = safeLink(attachment.title_link);
  return h(
    'div.slack-attachment',
    { style: { 'border-color': colour } },
    asText(attachment.pretext) !== '' && h('p', {}, renderMrkdwn(asText(attachment.pretext), false, context)),
    title !== '' && h('p', {}, h('strong', {}, link === null ? title : renderLink(link, [title]))),
    blocks.length > 0
      ? blocks.map((block) => renderBlock(block, context))
      : renderMrkdwn(asText(attachment.text ?? attachment.fallback), false, context),
  );
}

function renderFile(file: Json, context: RenderContext): Tree {
  const name = asText(file.title) || asText(file.name);
  const address = file.url_private ?? file.permalink;
  if (asText(file.mimetype).startsWith('image/'))
    return renderImage(address, asText(asRecord(file).alt_txt) || name, 'full', context);
  const link = safeLink(address);
  return h('p.slack-file', {}, '📎 ', link === null ? name : renderLink(link, [name]));
}
