import { mkdirSync, readFileSync } from 'node:fs';
import { readSettings, sayProblem } from '../../config/read-settings.ts';
import { textOf } from '../../config/text-of.ts';
import { checkCommands } from '../checks/command-checks.ts';
import { checkSlackChannel } from '../checks/slack-checks.ts';
import type { Finding } from '../finding.ts';
import { mend } from '../mend.ts';
import type { Answers } from './answers.ts';
import { envText } from './env-text.ts';
import type { Gathered } from './gather-answers.ts';
import { type InitOptions, tell } from './init-options.ts';
import { settingsText } from './settings-text.ts';
import { writeKeeping } from './write-file.ts';

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
  const settings = settingsBefore(places.settings);
  const files = [
    {
      file: places.env,
      text: envText(textOf(places.env), { ...answers.tokens, ...elsewhere }),
      mode: secretMode,
    },
    { file: places.settings, text: settingsText(answers, settings.text), mode: plainMode },
  ].filter(({ file, text }) => textOf(file) !== text);
  if (settings.unusable !== null)
    tell(
      options,
      `${settings.unusable}\nSo the settings start anew from the sample ones; what you had set besides is in the copy alone.`,
    );
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

/**
 * The settings there are, or the ones that come with the program where there are none, or none that can be used.
 * @returns also what is wrong with those that cannot be used; null for nothing
 */
function settingsBefore(file: string): { text: string; unusable: string | null } {
  const own = textOf(file) ?? '';
  const problems = own.trim() === '' ? [] : readSettings(own).problems;
  if (own.trim() !== '' && problems.length === 0) return { text: own, unusable: null };
  const sample = readFileSync(new URL('../../../config/sowhat.yaml', import.meta.url), 'utf8');
  return {
    // In a clone of the project the two are one file.
    text: readSettings(sample).problems.length === 0 ? sample : '',
    unusable: problems.length === 0 ? null : problems.map((problem) => sayProblem(file, problem)).join('\n'),
  };
}

/** Joins the chosen public channels of Slack, and registers the commands on Discord; says what is left to a person. */
export async function connectBot(options: InitOptions, { answers, slack, discord }: Gathered): Promise<void> {
  const { channels, operator } = answers;
  const wanted = [...channels, ...(operator ? [{ ...operator, name: 'operator' }] : [])];
  for (const entry of wanted)
    if (slack && entry.platform === 'slack')
      await mended(options, await checkSlackChannel(slack.desk, entry));
  if (discord && discord.desk.guilds.length > 0)
    for (const finding of await checkCommands(discord.desk)) await mended(options, finding);
}

async function mended(options: InitOptions, finding: Finding): Promise<void> {
  if (finding.ok) return;
  const { fixed, says, mend: advice } = await mend(finding, true);
  tell(options, fixed === null ? `${says} ${advice}` : `${fixed.charAt(0).toUpperCase()}${fixed.slice(1)}.`);
}
