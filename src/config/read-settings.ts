import { isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import { faults } from './faults.ts';
import { Settings } from './settings.ts';

/** One thing wrong with the settings, and where. */
export interface SettingsProblem {
  /** Line in the file, from 1. */
  line: number;
  /** Dotted path of the setting, '' for the file as a whole. */
  setting: string;
  /** Name of the channel's entry that it stands in; '' for none. */
  entry: string;
  /** What is wrong and how to mend it. */
  message: string;
}

export type SettingsReading =
  | { settings: Settings; problems: [] }
  | { settings: null; problems: SettingsProblem[] };

type Document = ReturnType<typeof parseDocument>;

/** Line of the key (or else of the nearest thing around it) that `path` names. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === last)
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
}

/** The name that an entry has, for the problems of that entry; '' where there is none to go by. */
function entryOf(data: unknown, [list, index, key]: readonly PropertyKey[]): string {
  if (list !== 'channels' || typeof index !== 'number' || key === 'name') return '';
  const name: unknown = (data as { channels: { name?: unknown }[] }).channels[index]?.name;
  return typeof name === 'string'
    ? name
        .replace(/[\p{C}\s]+/gu, ' ')
        .trim()
        .slice(0, 63)
    : '';
}

const tooManyAliases = Symbol('too many aliases');

/** A few aliases are handy; a file that grows without end through them is refused by the parser. */
function plainData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof ReferenceError) return tooManyAliases;
    throw error;
  }
}

/**
 * Reads the text of `sowhat.yaml`. Every problem is reported at once, with its line and a mend.
 */
export function readSettings(text: string): SettingsReading {
  const marked = text.split('\n').findIndex((line) => line.startsWith('<<<<<<< '));
  if (marked >= 0) {
    const message =
      'git marked a place that both you and an upgrade changed: keep the lines you want, remove the others and the marks (<<<<<<<, =======, >>>>>>>)';
    return { settings: null, problems: [{ line: marked + 1, setting: '', entry: '', message }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      setting: '',
      entry: '',
      message:
        error.code === 'MULTIPLE_DOCS'
          ? 'a second document begins here, and the settings are one: remove this line (---)'
          : `this is not valid YAML: ${error.message}; check indentation, quotes and colons here`,
    }));
    // One slip makes the parser stumble several times in a row: the first of a line says it.
    const first = problems.filter(
      ({ line }, index) => problems.findIndex((other) => other.line === line) === index,
    );
    return { settings: null, problems: first };
  }
  const data = plainData(document);
  if (data === tooManyAliases) {
    const message = 'the file repeats itself with too many aliases (*name); write the values out';
    return { settings: null, problems: [{ line: 1, setting: '', entry: '', message }] };
  }
  if (data === null || data === undefined) {
    const message =
      'the file is empty; it ought to say at least where the briefs are, such as briefs: { folder: ./briefs }; npx sowhat init writes a whole one';
    return { settings: null, problems: [{ line: 1, setting: '', entry: '', message }] };
  }
  const result = Settings.safeParse(data);
  if (result.success) return { settings: result.data, problems: [] };
  const problems = faults(result.error.issues).map(({ path, at, message }) => ({
    line: lineOf(document, lines, at),
    setting: path.map(String).join('.'),
    entry: entryOf(data, path),
    message: path.length === 0 && at.length === 0 ? `the file ${message}` : message,
  }));
  return { settings: null, problems: problems.sort((one, other) => one.line - other.line) };
}

/** `channels.0.schedule (team-ko) is …` */
export function describeProblem({ setting, entry, message }: SettingsProblem): string {
  return [setting, entry && `(${entry})`, message].filter((part) => part !== '').join(' ');
}

/** `config/sowhat.yaml:12: channels.0.schedule (team-ko) is …` */
export function sayProblem(file: string, problem: SettingsProblem): string {
  return `${file}:${problem.line}: ${describeProblem(problem)}`;
}
