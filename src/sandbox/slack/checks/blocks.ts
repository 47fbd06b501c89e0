import { z } from 'zod';
import { slackLimits as limit } from '../limits.ts';
import { anyText, imageBlock, imageElement, mrkdwn, plainText } from './composition.ts';
import {
  accessoryElements,
  actionsElement,
  button,
  contextActionsElement,
  inputElement,
} from './elements.ts';
import { chars, flag, list, oneOf, webAddress, whole } from './fields.ts';
import { richText } from './rich-text.ts';

/** https://docs.slack.dev/reference/block-kit/blocks */
const blockId = { block_id: chars(limit.id).optional() };

const divider = z.strictObject({ type: z.literal('divider'), ...blockId });
const header = z.strictObject({
  type: z.literal('header'),
  ...blockId,
  text: plainText(limit.header),
});
const section = z
  .strictObject({
    type: z.literal('section'),
    ...blockId,
    text: anyText(limit.textObject).optional(),
    fields: list(anyText(limit.sectionField), limit.sectionFields).optional(),
    accessory: z.discriminatedUnion('type', [imageElement, ...accessoryElements]).optional(),
    expand: flag.optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, {
    error: 'must define either `text` or `fields`',
  });
const context = z.strictObject({
  type: z.literal('context'),
  ...blockId,
  elements: list(
    z.discriminatedUnion('type', [imageElement, plainText(limit.textObject), mrkdwn(limit.textObject)]),
    limit.contextElements,
  ),
});
const actions = z.strictObject({
  type: z.literal('actions'),
  ...blockId,
  elements: list(actionsElement, limit.actionsElements),
});
const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  ...blockId,
  elements: list(contextActionsElement, limit.contextActionsElements),
});
const input = z.strictObject({
  type: z.literal('input'),
  ...blockId,
  label: plainText(limit.inputLabel),
  hint: plainText(limit.inputLabel).optional(),
  optional: flag.optional(),
  dispatch_action: flag.optional(),
  element: inputElement,
});
const file = z.strictObject({
  type: z.literal('file'),
  ...blockId,
  external_id: chars(limit.id),
  source: z.literal('remote'),
});
const video = z.strictObject({
  type: z.literal('video'),
  ...blockId,
  video_url: webAddress(limit.url),
  thumbnail_url: webAddress(limit.url),
  alt_text: chars(limit.altText),
  title: plainText(limit.videoTitle),
  title_url: webAddress(limit.url).optional(),
  author_name: chars(50).optional(),
  provider_name: chars(limit.id).optional(),
  provider_icon_url: webAddress(limit.url).optional(),
  description: plainText(limit.videoTitle).optional(),
});
/** Only in messages; its `block_id` is ignored by Slack. */
const markdown = z.strictObject({ type: z.literal('markdown'), ...blockId, text: chars(limit.markdown) });
const cell = z.discriminatedUnion('type', [
  richText,
  z.strictObject({ type: z.literal('raw_text'), text: chars(limit.textObject, 0) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: chars(limit.textObject) }),
]);
const table = z.strictObject({
  type: z.literal('table'),
  ...blockId,
  rows: list(list(cell, limit.tableCells), limit.tableRows),
  column_settings: list(
    z
      .strictObject({ align: oneOf(['left', 'center', 'right']).optional(), is_wrapped: flag.optional() })
      .nullable(),
    limit.tableCells,
    0,
  ).optional(),
});
const dataTable = z.strictObject({
  type: z.literal('data_table'),
  ...blockId,
  caption: chars(limit.textObject),
  rows: list(list(cell, limit.tableCells), limit.dataTableRows),
  page_size: whole.min(1).max(100).optional(),
  row_header_column_index: whole.min(0).optional(),
});
const card = z.strictObject({
  type: z.literal('card'),
  ...blockId,
  hero_image: imageElement.optional(),
  icon: imageElement.optional(),
  title: mrkdwn(limit.cardTitle).optional(),
  subtitle: mrkdwn(limit.cardTitle).optional(),
  body: mrkdwn(limit.cardBody).optional(),
  actions: list(button, limit.cardButtons).optional(),
});
const carousel = z.strictObject({
  type: z.literal('carousel'),
  ...blockId,
  elements: list(card, limit.carouselCards),
});
const alert = z.strictObject({
  type: z.literal('alert'),
  ...blockId,
  text: anyText(limit.alert),
  level: oneOf(['default', 'info', 'warning', 'error', 'success']).optional(),
});
const plain = [divider, header, section, context, actions, imageBlock, richText] as const;
const container = z
  .strictObject({
    type: z.literal('container'),
    ...blockId,
    title: plainText(limit.containerTitle).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(limit.containerTitle).optional(),
    child_blocks: list(
      z.discriminatedUnion('type', [...plain, file, input, table, video]),
      limit.containerBlocks,
    ),
    width: oneOf(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: imageElement.optional(),
    is_collapsible: flag.optional(),
    default_collapsed: flag.optional(),
    has_header_divider: flag.optional(),
  })
  .refine((block) => (block.title === undefined) !== (block.rich_text_title === undefined), {
    error: 'must define either `title` or `rich_text_title`',
  });
const taskCard = z.strictObject({
  type: z.literal('task_card'),
  ...blockId,
  task_id: chars(limit.id),
  title: chars(limit.textObject),
  details: richText.optional(),
  output: richText.optional(),
  sources: list(
    z.strictObject({ type: z.literal('url'), url: webAddress(limit.url), text: chars(limit.textObject) }),
    limit.selectOptions,
  ).optional(),
  status: oneOf(['pending', 'in_progress', 'complete', 'error']),
});
const plan = z.strictObject({
  type: z.literal('plan'),
  ...blockId,
  title: chars(limit.textObject),
  tasks: list(taskCard, limit.messageBlocks).optional(),
});

/** Which blocks each surface takes. https://docs.slack.dev/surfaces */
export const surfaceBlocks = {
  message: list(
    z.discriminatedUnion('type', [
      ...plain,
      contextActions,
      file,
      input,
      video,
      markdown,
      table,
      dataTable,
      card,
      carousel,
      container,
      taskCard,
      plan,
    ]),
    limit.messageBlocks,
    0,
  ),
  modal: list(
    z.discriminatedUnion('type', [...plain, input, video, card, carousel, alert]),
    limit.viewBlocks,
    0,
  ),
  home: list(
    z.discriminatedUnion('type', [...plain, input, video, card, carousel, container, dataTable]),
    limit.viewBlocks,
    0,
  ),
} as const;

export type Surface = keyof typeof surfaceBlocks;
