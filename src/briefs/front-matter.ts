import matter from 'gray-matter';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';

/** A document with front matter, split and parsed. `data` is as YAML gave it: check it before use. */
export interface FrontMatter {
  data: Record<string, unknown>;
  body: string;
}

/** The most front matter a file may have, in bytes of UTF-8. Real briefs have under 6 KB. */
const maxBytes = 65_536;
const opening = /^\uFEFF?(?:[ \t]*\r?\n)*---[ \t]*([^\s-][^\r\n]*?)?[ \t]*(?:\r?\n|$)/;

/** `+++`, with a field or a table of TOML below it. */
const toml =
  /^\uFEFF?\s*\+{3}[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*(?:[\w."'-]+[ \t]*=|\[[\w. "'[\]-]+\][ \t]*\r?\n)/;

/**
 * Front matter between two lines `---`, as YAML 1.2 core: dates stay text, no tag makes anything but plain data.
 * Never runs code: gray-matter would evaluate `---js`, so any language but YAML is refused before it sees the text.
 * @returns null when the text does not start with `---` or TOML; a sentence that says what to do when it cannot be read.
 */
export function parseFrontMatter(text: string): FrontMatter | { reason: string } | null {
  if (toml.test(text)) {
    return {
      reason:
        'Its front matter stands between lines +++, as TOML, which is not read: write it in YAML between lines ---, one field a line, as in title: "…".',
    };
  }
  const start = opening.exec(text);
  if (!start) return null;
  const language = start[1] ?? '';
  if (!/^(?:ya?ml)?$/i.test(language)) {
    return {
      reason: `The first line is "---${shown(language)}": write --- alone. Front matter is YAML, and nothing in it is run.`,
    };
  }
  const head = start[0].replace(/(?:---[^\n]*)?\n?$/, '');
  const linesBefore = head.split('\n').length - 1;
  const fenced = text.slice(head.length);
  const fault = fenceFault(fenced, linesBefore);
  if (fault) return { reason: fault };
  try {
    // An options object always: without one gray-matter caches by text, and a broken file reads as empty the second time.
    const { data, content } = matter(fenced, {
      language: 'yaml',
      engines: { yaml: parseYaml, ...refusingEngines },
    });
    return { data, body: content };
  } catch (error) {
    return { reason: yamlReason(error, linesBefore) };
  }
}

/** Why the closing line is not in order; '' when it is. */
function fenceFault(fenced: string, linesBefore: number): string {
  const close = /\n---([^\r\n]*)/.exec(fenced);
  if (!close) return 'The front matter has no end: put a line --- after its last field.';
  if (close[1]?.trim()) {
    const line = linesBefore + fenced.slice(0, close.index).split('\n').length + 1;
    return `Line ${line} starts with --- but has more on it: end the front matter with a line --- alone.`;
  }
  if (Buffer.byteLength(fenced.slice(0, close.index)) > maxBytes) {
    return 'The front matter is over 64 KB: keep it to the fields of a brief, and put long text below it.';
  }
  return '';
}

function parseYaml(text: string): object {
  const data = load(text, { schema: CORE_SCHEMA, listener: refuseAnchor });
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data;
  throw new Error('The front matter holds no fields: write one field a line, as in title: "…".');
}

/** Aliases need an anchor; a few of them, nested, grow to gigabytes when walked. */
function refuseAnchor(_event: 'open' | 'close', state: object): void {
  if ('anchor' in state && state.anchor !== null && 'line' in state) {
    const mark = { name: '', buffer: '', position: 0, column: 0, snippet: '', line: Number(state.line) };
    throw new YAMLException(`"&${shown(String(state.anchor))}" is an anchor, which is not read`, mark);
  }
}

/** Everything gray-matter knows beside YAML. */
const refusingEngines = Object.fromEntries(
  ['javascript', 'js', 'coffee', 'coffeescript', 'cson', 'json', 'toml'].map((name) => [
    name,
    () => {
      throw new Error(`Front matter in ${name} is not read: write it in YAML.`);
    },
  ]),
);

function yamlReason(error: unknown, linesBefore: number): string {
  if (!(error instanceof YAMLException)) return error instanceof Error ? error.message : String(error);
  // gray-matter leaves the line end of the opening fence in: line 0 of the YAML is the fence itself.
  const line = error.mark ? `Line ${error.mark.line + 1 + linesBefore}: ` : '';
  return `${line}${error.reason}. Put text that holds a colon, a quote, #, & or * into double quotes, and indent with spaces.`;
}

function shown(text: string): string {
  return text.replace(/[^\x20-\x7E]+/g, '?').slice(0, 40);
}
