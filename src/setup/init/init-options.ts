import type { SlackManifest } from '../slack-manifest.ts';
import type { Answers, BriefsAnswer, ChannelAnswer, TokenName } from './answers.ts';
import type { Ask } from './ask.ts';

/** What was said on the command line; what is left out is asked. */
export interface InitFlags {
  /** A folder, or the address of a git repository. */
  briefs?: string;
  /** Of the repository. */
  branch?: string;
  path?: string;
  slackBotToken?: string;
  slackAppToken?: string;
  discordToken?: string;
  /** Each `platform:id:language`, with `:name` behind it if wanted. */
  channel?: readonly string[];
  /** `08:30` */
  time?: string;
  days?: string;
  timezone?: string;
  /** `platform:id` */
  operator?: string;
  /** Existing files may be replaced; a copy is kept all the same. */
  overwrite?: boolean;
}

export interface InitOptions {
  flags: InitFlags;
  /** Null where there is no terminal: then every answer is a flag, or has a good default. */
  ask: Ask | null;
  /** Variables there already are, `.env` included. */
  variables: Readonly<Partial<Record<TokenName | 'SLACK_API_URL' | 'DISCORD_API_URL', string | undefined>>>;
  manifest: SlackManifest;
  /** Where to look for briefs. */
  root: string;
  /** The zone of this machine. */
  timezone: string;
  /** One request, ms. */
  timeoutMs: number;
  /**
   * Brings the briefs of a repository to this machine, and gives their folder.
   * @param token '' for none
   * @throws Error with a sentence for the person
   */
  pull: (briefs: Extract<BriefsAnswer, { git: string }>, token: string) => Promise<string>;
  /** Channels the settings have now. */
  known: readonly ChannelAnswer[];
  /** Where the settings say the briefs are now; null where they do not say. */
  knownBriefs: BriefsAnswer | null;
  /** The operator's channel in the settings now. */
  knownOperator: Answers['operator'];
  /** Prints one line. */
  say: (line: string) => void;
}

/** Says it in the manner of the questions, where there are any. */
export function tell({ ask, say }: Pick<InitOptions, 'ask' | 'say'>, words: string): void {
  if (ask) ask.tell(words);
  else say(words);
}

/** An address, in one piece. */
export function showLink({ ask, say }: Pick<InitOptions, 'ask' | 'say'>, what: string, url: string): void {
  if (ask) ask.link(what, url);
  else say(`${what}\n${url}`);
}

/** The sentence of a failed check, for a question that is put again. */
export async function complaint(check: Promise<unknown>): Promise<string | undefined> {
  return check.then(
    () => undefined,
    (error: Error) => error.message,
  );
}
