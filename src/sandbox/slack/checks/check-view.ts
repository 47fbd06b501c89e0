import { z } from 'zod';
import { slackLimits as limit } from '../limits.ts';
import { isObject } from './block-parts.ts';
import { checkBlocks } from './check-blocks.ts';
import { plainText } from './composition.ts';
import { chars, flag } from './fields.ts';
import { schemaProblems } from './schema-problems.ts';

const shared = {
  blocks: z.array(z.unknown(), { error: 'must be an array' }),
  private_metadata: chars(limit.privateMetadata, 0).optional(),
  callback_id: chars(limit.id, 0).optional(),
  external_id: chars(limit.id, 0).optional(),
};

/** https://docs.slack.dev/reference/views */
const view = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    title: plainText(limit.viewTitle),
    submit: plainText(limit.viewTitle).optional(),
    close: plainText(limit.viewTitle).optional(),
    clear_on_close: flag.optional(),
    notify_on_close: flag.optional(),
    submit_disabled: flag.optional(),
    ...shared,
  }),
  z.strictObject({ type: z.literal('home'), ...shared }),
]);

/** What Slack would say against this view (modal or Home); empty when it takes it. */
export function checkView(value: unknown, type: 'modal' | 'home'): string[] {
  const problems = schemaProblems(view, value, '/view');
  if (!isObject(value)) return problems;
  if (value.type !== type) problems.push(`must be a view of type ${type} [json-pointer:/view/type]`);
  if (!Array.isArray(value.blocks)) return problems;
  problems.push(...checkBlocks(value.blocks, type, '/view/blocks'));
  const hasInput = value.blocks.some((block) => isObject(block) && block.type === 'input');
  if (type === 'modal' && hasInput && value.submit === undefined) {
    problems.push('missing required field: submit, because the view holds an input [json-pointer:/view]');
  }
  return problems;
}
