import { stringify } from 'yaml';
import { readSettings, sayProblem } from '../../config/read-settings.ts';
import type { Answers, ChannelAnswer } from './answers.ts';

/**
 * The text of `sowhat.yaml`, with comments on what else can be set.
 * @throws Error where an answer is none the settings take
 */
export function settingsText(answers: Answers): string {
  const [first, ...others] = answers.channels;
  const text = `# Sowhat's settings. The file is read again when it changes; one with mistakes is reported, and the old one stays.
# \`npx sowhat check\` says what is wrong, line by line; \`npx sowhat doctor\` looks at everything else.

# Folder of processed briefs (Markdown with YAML front matter), scanned with everything below it every 30 seconds.
# From a git repository instead: briefs: { git: https://git.example/team/briefs.git, branch: main, path: briefs }
briefs:
  folder: ${scalar(answers.briefsFolder)}

# Emoji that give the other language. These lists replace the built-in ones (🇺🇸 🇬🇧 🇦🇺 🇨🇦 🇮🇪 🇳🇿 and 🇰🇷).
# reactions: { en: ["🇺🇸", "🇬🇧"], ko: ["🇰🇷"] }

# One entry for each channel that gets an edition.
channels:${first === undefined ? ' []' : `\n${[firstEntry(first, answers), ...others.map((entry) => otherEntry(entry, answers))].join('\n')}`}
# Where the bot tells what a person must mend. Without it, only the log does.
${operatorLine(answers)}

# Loopback port for /healthz, /readyz and /metrics; off unless set.
# health: { port: 9464 }
`;
  const { problems } = readSettings(text);
  if (problems.length > 0)
    throw new Error(problems.map((problem) => sayProblem('The settings would be wrong', problem)).join('\n'));
  return text;
}

function firstEntry(entry: ChannelAnswer, { schedule, timezone }: Answers): string {
  return `  - name: ${scalar(entry.name)}   # short name for commands and files; keep it when the channel changes
    platform: ${entry.platform}   # slack | discord
    channel: ${JSON.stringify(entry.channel)}   # channel id, not its name
    schedule: ${JSON.stringify(schedule)}   # five-field cron, read in the zone below
    timezone: ${scalar(timezone)}
    language: ${entry.language}   # ko | en | both
    # topics: [agentic-commerce]   # only briefs with one of these tags, categories or words
    # minConfidence: 0.6   # leave out what the pipeline is less sure of
    # maxAgeDays: 30   # leave out what was published longer ago
    # layout: skim   # skim: one short message, details in its thread | full: everything in the channel
    # soWhat: true   # false for a public server that should not see a company's so-whats
    # silent: true   # false: posts may make a sound (Discord)
    # mentionRole: "123456789012345678"   # Discord role to mention once an edition
    # reactions: on   # off: flags are not answered here
    # highlights: 5   # full stories at most
    # headlines: 10   # one-line stories at most
    # catchUp: { until: "18:00" }   # how late a missed edition may come: skip | once | { until: "18:00" }
    # skip: ["2026-10-05..2026-10-09"]   # days without an edition, on purpose
    # paused: on   # no editions until it is off again; what was missed joins the next one
`;
}

function otherEntry(entry: ChannelAnswer, { schedule, timezone }: Answers): string {
  return `  - name: ${scalar(entry.name)}
    platform: ${entry.platform}
    channel: ${JSON.stringify(entry.channel)}
    schedule: ${JSON.stringify(schedule)}
    timezone: ${scalar(timezone)}
    language: ${entry.language}
`;
}

function operatorLine({ operator }: Answers): string {
  if (operator === null) return '# operator: { platform: slack, channel: C0123456789 }';
  return `operator: { platform: ${operator.platform}, channel: ${JSON.stringify(operator.channel)} }`;
}

/** A word as YAML takes it, in quotes where it would be read as something else. */
function scalar(text: string): string {
  return stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN' }).trim();
}
