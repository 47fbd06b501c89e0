import { languageOf, markFor, phrase } from './in-language.ts';
import { marked, words } from './inlines.ts';
import type { Block, MessageLanguage } from './message.ts';
import { phrases } from './phrases.ts';

/** A bold label and the list under it. */
export function labelledList(
  label: string,
  mark: string,
  items: Extract<Block, { kind: 'list' }>['items'],
): Block[] {
  const title: Block = {
    kind: 'text',
    apart: true,
    inlines: [{ kind: 'text', text: label, bold: true }, ...marked(mark)],
  };
  return items.length === 0 ? [] : [title, { kind: 'list', items }];
}

/**
 * Every key point. They are one list, usually in one language, so the language is judged point by point: a mark
 * stands behind each that is not in the message's language, or once above them where none is.
 */
export function keyPointBlocks(points: readonly string[], language: MessageLanguage): Block[] {
  const marks = points.map((point) => markFor(languageOf(point), language));
  const common = marks.every((mark) => mark !== '') ? (marks[0] ?? '') : '';
  const items = points.map((point, index) => [
    words(point),
    ...marked(common === '' ? (marks[index] ?? '') : ''),
  ]);
  return labelledList(phrase(phrases.keyPoints, language), common, items);
}
