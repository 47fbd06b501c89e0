import { z } from 'zod';
import { slackLimits as limit } from '../limits.ts';
import { chars, flag, list, oneOf, whole } from './fields.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const style = z
  .strictObject({
    bold: flag.optional(),
    italic: flag.optional(),
    strike: flag.optional(),
    code: flag.optional(),
    underline: flag.optional(),
    highlight: flag.optional(),
    client_highlight: flag.optional(),
    unlink: flag.optional(),
  })
  .optional();

const text = z.strictObject({ type: z.literal('text'), text: chars(limit.text), style });
const link = z.strictObject({
  type: z.literal('link'),
  // A link in rich text may also be mailto: or a Slack deep link; what a client would not open is refused.
  url: chars(limit.url).refine((url) => /^(https?:\/\/|mailto:|slack:\/\/)\S+$/i.test(url), {
    error: 'must be a valid URL',
  }),
  text: chars(limit.text, 0).optional(),
  unsafe: flag.optional(),
  style,
});

const inline = z.discriminatedUnion('type', [
  text,
  link,
  z.strictObject({
    type: z.literal('emoji'),
    name: chars(limit.id),
    unicode: chars(limit.id).optional(),
    url: chars(limit.url).optional(),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: chars(limit.id), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: chars(limit.id), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: chars(limit.id), style }),
  z.strictObject({ type: z.literal('team'), team_id: chars(limit.id), style }),
  z.strictObject({ type: z.literal('color'), value: chars(limit.id), style }),
  z.strictObject({ type: z.literal('broadcast'), range: oneOf(['here', 'channel', 'everyone']), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: whole,
    format: chars(limit.id),
    url: chars(limit.url).optional(),
    fallback: chars(limit.id).optional(),
    style,
  }),
]);

const border = z.union([z.literal(0), z.literal(1)], { error: 'must be 0 or 1' }).optional();
const anyNumber = Number.POSITIVE_INFINITY;

const section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: list(inline, anyNumber, 0),
});

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: chars(limit.id).optional(),
  elements: list(
    z.discriminatedUnion('type', [
      section,
      z.strictObject({
        type: z.literal('rich_text_list'),
        style: oneOf(['bullet', 'ordered']),
        elements: list(section, anyNumber),
        indent: whole.min(0).max(8).optional(),
        offset: whole.min(0).optional(),
        border,
      }),
      z.strictObject({ type: z.literal('rich_text_quote'), elements: list(inline, anyNumber), border }),
      z.strictObject({
        type: z.literal('rich_text_preformatted'),
        elements: list(z.discriminatedUnion('type', [text, link]), anyNumber),
        border,
      }),
    ]),
    anyNumber,
  ),
});
