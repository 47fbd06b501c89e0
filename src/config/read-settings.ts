import { isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { Settings } from './settings.ts';

/** One thing wrong with the settings, and where. */
export interface SettingsProblem {
  /** Line in the file, from 1. */
  line: number;
  /** Dotted path of the setting, '' for the file as a whole. */
  setting: string;
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

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `unknown setting${issue.keys.length > 1 ? 's' : ''} ${issue.keys.join(', ')}; check the spelling, or remove the line`;
  }
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) {
    return `is missing, or is of another kind than ${issue.expected}`;
  }
  return issue.message;
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
    return { settings: null, problems: [{ line: marked + 1, setting: '', message }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      setting: '',
      message: `this is not valid YAML: ${error.message}; check indentation, quotes and colons here`,
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
    return { settings: null, problems: [{ line: 1, setting: '', message }] };
  }
  const result = Settings.safeParse(data ?? {});
  if (result.success) return { settings: result.data, problems: [] };
  const problems = result.error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    return {
      line: lineOf(document, lines, path),
      setting: issue.path.map(String).join('.'),
      message: sentence(issue),
    };
  });
  return { settings: null, problems };
}

/** `config/sowhat.yaml:12: channels.0.schedule is not …` */
export function sayProblem(file: string, problem: SettingsProblem): string {
  const subject = problem.setting === '' ? '' : `${problem.setting} `;
  return `${file}:${problem.line}: ${subject}${problem.message}`;
}
