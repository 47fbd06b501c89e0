import { type Json, objectsOf } from '../json.ts';

/** A command line as typed after the name, read against the command's definition. */
export interface TypedText {
  /** Subcommand group and subcommand. */
  path: string[];
  values: Record<string, string>;
}

/**
 * `here language:ko` → the subcommand `here` and `language: 'ko'`. Text that names no option goes whole to the
 * first string option that is not named; that is what a person would have picked it for.
 */
export function readTypedText(definition: Json, text: string): TypedText {
  let rest = text.trim();
  let level = definition;
  const path: string[] = [];
  for (;;) {
    const [word = ''] = rest.split(/\s+/, 1);
    const inner = objectsOf(level.options).find(
      (option) => (option.type === 1 || option.type === 2) && option.name === word,
    );
    if (inner === undefined) break;
    path.push(word);
    level = inner;
    rest = rest.slice(word.length).trim();
  }
  const options = objectsOf(level.options).filter((option) => option.type !== 1 && option.type !== 2);
  const values: Record<string, string> = {};
  const starts = options
    .map((option) => ({ name: String(option.name), at: startOf(rest, String(option.name)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  for (const [i, { name, at }] of starts.entries()) {
    values[name] = rest.slice(at + name.length + 1, starts[i + 1]?.at).trim();
  }
  const free = rest.slice(0, starts[0]?.at).trim();
  const target = options.find((option) => values[String(option.name)] === undefined && option.type === 3);
  if (free !== '' && target !== undefined) values[String(target.name)] = free;
  return { path, values };
}

/** Where `name:` begins as a word of its own; -1 when nowhere. */
function startOf(text: string, name: string): number {
  if (text.startsWith(`${name}:`)) return 0;
  const at = text.indexOf(` ${name}:`);
  return at < 0 ? -1 : at + 1;
}
