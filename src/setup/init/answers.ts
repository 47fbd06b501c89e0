/** A channel to set up. */
export interface ChannelAnswer {
  /** Short name in the settings. */
  name: string;
  platform: 'slack' | 'discord';
  channel: string;
  language: 'ko' | 'en' | 'both';
  /** Five-field cron. */
  schedule: string;
  timezone: string;
}

/** Where the briefs are, as the settings say it. */
export type BriefsAnswer = { folder: string } | { git: string; branch?: string; path?: string };

/** Everything a set-up decides. */
export interface Answers {
  briefs: BriefsAnswer;
  /** Tokens, under the names of their variables; only those that were given. */
  tokens: Partial<Record<TokenName, string>>;
  channels: ChannelAnswer[];
  /** Where the bot tells what a person must mend; null for the log only. */
  operator: { platform: 'slack' | 'discord'; channel: string } | null;
}

export type TokenName = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN' | 'DISCORD_TOKEN' | 'GIT_TOKEN';
