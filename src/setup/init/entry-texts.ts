import { isMap, isScalar, isSeq, LineCounter, parseDocument, stringify } from 'yaml';
import type { ChannelAnswer } from './answers.ts';

/** An entry as a person wrote it, comments and all. */
interface WrittenEntry {
  text: string;
  /** The same with what was answered in the place of what stood there; null where that cannot be done within the text. */
  withAnswer(answer: ChannelAnswer): string | null;
}

/** Column in which the entries that are made here begin: others cannot stand in one list with them. */
const dashColumn = 3;

/** The entries of `channels` in the text, in order; empty where they do not stand line by line. */
export function entryTexts(text: string): WrittenEntry[] {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines });
  const list = isMap(contents) ? contents.get('channels') : undefined;
  if (!isSeq(list) || list.flow || !list.range) return [];
  const starts = list.items.map((item) => lineStart(text, item.range[0]));
  const isOurs = starts.every((start) => text.slice(start, start + dashColumn) === '  -');
  if (!isOurs || lines.linePos(list.range[0]).col !== dashColumn) return [];
  const from = starts.map((start, index) => aboveOf(text, start, starts[index - 1] ?? 0));
  const end = list.range[1];
  return list.items.map((item, index) => {
    const [begin, stop] = [from[index] ?? 0, from[index + 1] ?? end];
    const lead = /^\s*\n/.exec(text.slice(begin, stop))?.[0].length ?? 0;
    const whole = text.slice(begin + lead, stop);
    return { text: whole, withAnswer: (answer) => answered(whole, begin + lead, item, answer) };
  });
}

/** Where the comments above an entry begin: those at the dash's column, or before it, tell of the entry below them. */
function aboveOf(text: string, start: number, atLeast: number): number {
  let above = start;
  for (let at = start; at > atLeast; ) {
    at = lineStart(text, at - 1);
    if (!/^(?: {0,2}#.*)?\s*$/.test(text.slice(at, above))) break;
    above = at;
  }
  return above;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function answered(whole: string, begin: number, entry: unknown, answer: ChannelAnswer): string | null {
  if (!isMap(entry)) return null;
  const edits: { from: number; to: number; value: string }[] = [];
  for (const [key, value] of Object.entries(answer)) {
    const node = entry.get(key, true);
    if (!isScalar(node) || !node.range) return null;
    if (node.value !== value)
      edits.push({ from: node.range[0], to: node.range[1], value: stringify(value).trim() });
  }
  return edits
    .sort((one, other) => other.from - one.from)
    .reduce((all, { from, to, value }) => all.slice(0, from - begin) + value + all.slice(to - begin), whole);
}
