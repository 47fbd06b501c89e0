import { describe, expect, test } from 'vitest';
import type { Group, Message } from '../../src/message/message.ts';
import { plainMessage } from '../../src/message/plain-message.ts';
import { splitInto } from '../../src/message/split-into.ts';

const story = (text: string, more: string[] = []): Group => ({
  blocks: [text, ...more].map((each) => ({ kind: 'text', inlines: [{ kind: 'text', text: each }] })),
});
const message = (...groups: Group[]): Message => ({
  language: 'en',
  push: '',
  groups: [{ blocks: [{ kind: 'heading', text: 'Today' }] }, ...groups],
});
/** Texts alone count, so that a heading and its number never decide. */
const fits = (most: number) => (part: Message) => {
  const blocks = part.groups.flatMap((group) => group.blocks);
  const texts = blocks.flatMap((block) => (block.kind === 'text' ? block.inlines : []));
  return texts.reduce((sum, { text }) => sum + text.length, 0) <= most;
};

describe('a message as so many', () => {
  const long = message(story('a'.repeat(40)), story('b'.repeat(40)), story('c'.repeat(40)));

  test('is what splitting gives where that is as many', () => {
    expect(splitInto(long, 2, fits(80))).toHaveLength(2);
    expect(splitInto(long, 1, fits(900))).toEqual([long]);
  });

  test('that became shorter is divided more finely, each part once', () => {
    const parts = splitInto(
      message(story('removed'), story('b'.repeat(40)), story('c'.repeat(40))),
      2,
      fits(99),
    );
    expect(parts).toHaveLength(2);
    const text = parts.map(plainMessage).join('\n');
    for (const once of ['removed', 'b'.repeat(40), 'c'.repeat(40)]) expect(text.split(once)).toHaveLength(2);
  });

  test('that became longer leaves out its longest blocks, never the first of a story', () => {
    const [only, ...none] = splitInto(message(story('lead', ['x'.repeat(200), 'note'])), 1, fits(60));
    expect(none).toEqual([]);
    expect(plainMessage(only as Message)).toContain('lead\nnote');
    expect(plainMessage(only as Message)).not.toContain('x');
  });

  test('that cannot be divided so finely is repeated, so that nothing old stays readable', () => {
    const parts = splitInto(message(story('removed')), 3, fits(99));
    expect(parts.map(plainMessage)).toEqual(Array(3).fill('removed\n\nToday'));
  });
});
