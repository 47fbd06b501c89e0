/**
 * What Slack takes in one message, in characters unless said otherwise.
 * @see https://docs.slack.dev/reference/block-kit/blocks
 */
export const slackLimits = {
  blocks: 50,
  header: 150,
  /** Of any text object; we hold rich text blocks to the same. */
  text: 3_000,
  /** Screen readers and notifications read only this; beyond it Slack advises against more. */
  topLevelText: 4_000,
  /** Slack refuses more text in all blocks together (`msg_blocks_too_long`), at about 13,200; not documented. */
  allBlocks: 12_500,
  buttons: 25,
  buttonLabel: 75,
  options: 100,
  optionLabel: 75,
  url: 3_000,
  altText: 2_000,
  /** Modals with fields. */
  forms: true,
} as const;
