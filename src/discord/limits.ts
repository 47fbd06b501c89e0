/**
 * What Discord takes in one Components V2 message.
 * @see https://docs.discord.com/developers/components/reference
 */
export const discordLimits = {
  /** Nested ones count. */
  components: 40,
  /** Code points in all text displays together: 4,000, less what a role mention may add. */
  characters: 3_900,
  /**
   * UTF-8 bytes of all text displays plus 12 for each: above 10,170 Discord answers 500, below it that is not
   * documented. Hangul takes three bytes. @see https://github.com/discord/discord-api-docs/issues/8554
   */
  bytes: 9_600,
  bytesPerDisplay: 12,
  buttonsPerRow: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  customId: 100,
  options: 25,
  optionLabel: 100,
  placeholder: 150,
  description: 1_024,
  modalTitle: 45,
  /** Of a field of a modal. */
  fieldLabel: 45,
  fieldHint: 100,
  inputPlaceholder: 100,
  textInput: 4_000,
  /**
   * Whether a form can take the time that setting up a channel takes to look at it: a modal must be the first answer,
   * within three seconds, so the options of commands take its place.
   */
  forms: false,
} as const;
