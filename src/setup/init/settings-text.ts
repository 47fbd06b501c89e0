import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { readSettings, sayProblem } from '../../config/read-settings.ts';
import type { Answers } from './answers.ts';
import { entryTexts } from './entry-texts.ts';

type Entry = Record<string, unknown>;

/**
 * The text of `sowhat.yaml` with what was answered in the place of what stood there; all else, comments too, stays.
 * Channels that are kept keep their other settings.
 * @param before the text there is
 * @throws Error where an answer is none the settings take
 */
export function settingsText(answers: Answers, before: string): string {
  const { channels = [] } = (parseDocument(before).toJS() ?? {}) as { channels?: Entry[] };
  const written = entryTexts(before);
  const kept: string[] = [];
  const entries = answers.channels.map((channel, index) => {
    const at = channels.findIndex(
      (each) => each.platform === channel.platform && each.channel === channel.channel,
    );
    const own = written[at]?.withAnswer(channel) ?? null;
    if (own === null) return entryText({ ...channels[at], ...channel }, index === 0 ? comments : {});
    kept.push(...(written[at]?.text.match(optionLine) ?? []));
    return own.replace(/\s*$/, '\n');
  });
  const options = (textOf(before, 'channels').match(optionLine) ?? []).filter((line) => !kept.includes(line));
  const [first = '', ...others] = entries;
  const gap = /\n\s*\n$/.test(textOf(before, 'channels')) ? '\n' : '';
  const list =
    entries.length === 0 ? ' []\n' : `\n${[`${first}${options.join('')}`, ...others].join('\n')}${gap}`;
  const text = [
    ['briefs', briefsText(answers.briefs, before)],
    ['channels', `channels:${list}`],
    ['operator', answers.operator === null ? '' : `operator: ${flow(answers.operator)}`],
  ].reduce((all, [key = '', value = '']) => withSetting(all, key, value), before);
  const { problems } = readSettings(text);
  if (problems.length > 0)
    throw new Error(problems.map((problem) => sayProblem('The settings would be wrong', problem)).join('\n'));
  return text;
}

/** The line of the briefs; as it stands there where the place is the same, for it may say more about it. */
function briefsText(briefs: Answers['briefs'], before: string): string {
  const now = (parseDocument(before).toJS() as { briefs?: Entry } | null)?.briefs;
  const { pullMinutes: _, ...place } = now ?? {};
  const sorted = (entry: object) => JSON.stringify(Object.entries(entry).sort());
  return sorted(place) === sorted(briefs) ? textOf(before, 'briefs') : `briefs: ${flow(briefs)}`;
}

/** A setting that stands there as a comment, for a person to switch on. */
const optionLine = /^ +# ?\w+: .*\n/gm;

/** What a person should know of each, said at the first entry. */
const comments: Readonly<Record<string, string>> = {
  name: 'short name for commands and files; keep it when the channel changes',
  platform: 'slack | discord',
  channel: 'channel id, not its name',
  schedule: 'five-field cron, read in the zone below',
  language: 'ko | en | both',
};

function entryText(entry: Entry, notes: Readonly<Record<string, string>>): string {
  const lines = Object.entries(entry).map(([key, value]) => {
    const line = `${key}: ${flow(value)}`;
    return notes[key] === undefined ? line : `${line.padEnd(30)}  # ${notes[key]}`;
  });
  return `${lines.map((line, at) => `${at === 0 ? '  - ' : '    '}${line}`).join('\n')}\n`;
}

/** Where a setting stands in a text, from its key to the end of its value; null for nowhere. */
function rangeOf(text: string, key: string): [from: number, to: number] | null {
  const { contents } = parseDocument(text);
  const pair = isMap(contents)
    ? contents.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  const from = (pair?.key as { range?: [number, number, number] } | undefined)?.range?.[0];
  const to = (pair?.value as { range?: [number, number, number] } | undefined)?.range?.[1];
  return from === undefined || to === undefined ? null : [from, to];
}

function textOf(text: string, key: string): string {
  const range = rangeOf(text, key);
  return range === null ? '' : text.slice(...range);
}

function withSetting(text: string, key: string, value: string): string {
  const range = rangeOf(text, key);
  if (range !== null) return `${text.slice(0, range[0])}${value}${text.slice(range[1])}`;
  return value === '' ? text : `${text.replace(/\n*$/, '\n\n')}${value.replace(/\n*$/, '\n')}`;
}

/** A value on one line, in quotes where YAML would read it as something else. */
function flow(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', flowCollectionPadding: true, lineWidth: 0 }).trim();
}
