import type { ModalParts } from '../platform/modal-parts.ts';
import { phrase } from '../platform/phrases.ts';
import { asRecord, asRecords, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { h } from '../tree/tree.ts';
import { renderBlock } from './render-block.ts';
import { plainText } from './render-text-object.ts';

/** A Slack modal view. `errors` are the bot's complaints by `block_id` (`response_action: errors`). */
export function renderSlackView(
  view: Json,
  errors: Readonly<Record<string, string>>,
  context: RenderContext,
): ModalParts {
  const blocks = asRecords(view.blocks);
  const hasInput = blocks.some((block) => block.type === 'input');
  const submit = plainText(asRecord(view.submit));
  const body = blocks.flatMap((block) => {
    const complaint = errors[String(block.block_id)];
    const shown = renderBlock(block, context);
    return complaint ? [shown, h('p.field-error', { role: 'alert' }, complaint)] : [shown];
  });
  return {
    title: plainText(asRecord(view.title)),
    submit: submit || (hasInput ? phrase('submit', context.language) : null),
    close: plainText(asRecord(view.close)) || phrase('close', context.language),
    body,
  };
}
