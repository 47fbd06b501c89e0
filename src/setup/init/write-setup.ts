import { mkdirSync } from 'node:fs';
import { slackError } from '../../slack/slack-errors.ts';
import { checkSlackChannel } from '../checks/slack-checks.ts';
import type { Answers } from './answers.ts';
import { envText } from './env-text.ts';
import type { Gathered } from './gather-answers.ts';
import { type InitOptions, tell } from './init-options.ts';
import { settingsText } from './settings-text.ts';
import { textOf, writeKeeping } from './write-file.ts';

/** Where a set-up is written. */
export interface SetupPlaces {
  env: string;
  settings: string;
  /** Folders the bot writes to. */
  folders: readonly string[];
}

const secretMode = 0o600;
const plainMode = 0o644;

/** Writes `.env` and the settings, asking before it replaces one, and keeping a copy. @throws Error where it may not */
export async function writeSetup(options: InitOptions, answers: Answers, places: SetupPlaces): Promise<void> {
  const { SLACK_API_URL, DISCORD_API_URL } = options.variables;
  const elsewhere = { ...(SLACK_API_URL && { SLACK_API_URL }), ...(DISCORD_API_URL && { DISCORD_API_URL }) };
  const files = [
    {
      file: places.env,
      text: envText(textOf(places.env), { ...answers.tokens, ...elsewhere }),
      mode: secretMode,
    },
    { file: places.settings, text: settingsText(answers), mode: plainMode },
  ].filter(({ file, text }) => textOf(file) !== text);
  for (const { file } of files) await askToReplace(options, file);
  for (const { file, text, mode } of files) {
    const copy = writeKeeping(file, text, mode);
    tell(options, copy === null ? `Wrote ${file}.` : `Wrote ${file}; what was there is in ${copy}.`);
  }
  for (const folder of places.folders) mkdirSync(folder, { recursive: true });
}

async function askToReplace({ ask, flags }: InitOptions, file: string): Promise<void> {
  if (textOf(file) === null || flags.overwrite) return;
  if (ask === null)
    throw new Error(`${file} is there already: add --overwrite to replace it (a copy is kept).`);
  if (!(await ask.yes(`${file} is there already. Replace it? A copy is kept.`, true)))
    throw new Error(`${file} stays as it is; nothing was written.`);
}

/** Joins the chosen public channels of Slack; says which ones a person must invite the bot to. */
export async function joinChannels(options: InitOptions, { answers, slack }: Gathered): Promise<void> {
  if (slack === null) return;
  const { channels, operator } = answers;
  const wanted = [...channels, ...(operator ? [{ ...operator, name: 'operator' }] : [])];
  for (const entry of wanted.filter(({ platform }) => platform === 'slack')) {
    const finding = await checkSlackChannel(slack.desk, entry);
    if (finding.ok) continue;
    const done = finding.fix?.().catch((error: unknown) => slackError(error, entry.name).message);
    tell(options, (await done) ?? `${finding.says} ${finding.mend}`);
  }
}
