import { z } from 'zod';
import { slackLimits as limit } from '../limits.ts';
import { chars, flag, list, oneOf, webAddress } from './fields.ts';

/** Composition objects. https://docs.slack.dev/reference/block-kit/composition-objects */

export function plainText(max: number) {
  return z.strictObject({ type: z.literal('plain_text'), text: chars(max), emoji: flag.optional() });
}

export function mrkdwn(max: number) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: chars(max), verbatim: flag.optional() });
}

export function anyText(max: number) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

export const confirm = z.strictObject({
  title: plainText(limit.confirmTitle).optional(),
  text: anyText(limit.confirmText),
  confirm: plainText(limit.confirmButton).optional(),
  deny: plainText(limit.confirmButton).optional(),
  style: oneOf(['primary', 'danger']).optional(),
});

const optionFields = {
  value: chars(limit.optionValue),
  description: plainText(limit.optionDescription).optional(),
};

/** In selects and overflow menus. `url` is for overflow menus alone. */
export const plainOption = z.strictObject({ text: plainText(limit.optionText), ...optionFields });
export const overflowOption = z.strictObject({
  text: plainText(limit.optionText),
  ...optionFields,
  url: webAddress(limit.url).optional(),
});
/** In checkboxes and radio buttons. */
export const anyOption = z.strictObject({
  text: anyText(limit.optionText),
  value: chars(limit.optionValue),
  description: anyText(limit.optionDescription).optional(),
});
export const optionGroup = z.strictObject({
  label: plainText(limit.optionText),
  options: list(plainOption, limit.selectOptions),
});

const slackFile = z
  .strictObject({ id: chars(limit.id).optional(), url: webAddress(limit.url).optional() })
  .refine((file) => (file.id === undefined) !== (file.url === undefined), {
    error: 'must define either `id` or `url`',
  });

const imageFields = {
  alt_text: chars(limit.altText),
  image_url: webAddress(limit.url).optional(),
  slack_file: slackFile.optional(),
};

function hasOneSource(image: { image_url?: string | undefined; slack_file?: unknown }): boolean {
  return (image.image_url === undefined) !== (image.slack_file === undefined);
}

const oneSource = { error: 'must define either `image_url` or `slack_file`' };

export const imageElement = z
  .strictObject({ type: z.literal('image'), ...imageFields })
  .refine(hasOneSource, oneSource);

export const imageBlock = z
  .strictObject({
    type: z.literal('image'),
    block_id: chars(limit.id).optional(),
    title: plainText(limit.altText).optional(),
    ...imageFields,
  })
  .refine(hasOneSource, oneSource);
