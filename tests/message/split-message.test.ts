import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Group, Message } from '../../src/message/message.ts';
import { pagedMessage } from '../../src/message/paged-message.ts';
import { plainMessage } from '../../src/message/plain-message.ts';
import { splitMessage } from '../../src/message/split-message.ts';

const buttons: Group = {
  blocks: [{ kind: 'buttons', buttons: [{ kind: 'press', label: 'English', action: 'lang:en' }] }],
  repeats: true,
};
const text = (words: string): Block => ({ kind: 'text', inlines: [{ kind: 'text', text: words }] });
const heading: Group = { blocks: [{ kind: 'heading', text: 'Mar 9' }] };
const story = (words: string): Group => ({ blocks: [{ kind: 'divider' }, text(words)] });

function message(groups: Group[]): Message {
  return { language: 'en', push: 'first', groups: [...groups, buttons] };
}

/** A platform that takes so many characters. */
function upTo(limit: number) {
  return (each: Message) => JSON.stringify(each.groups).length <= limit;
}

function bodies(parts: Message[]): string[] {
  return parts.map((part) => plainMessage({ ...part, push: '' }));
}

describe('splitting', () => {
  test('what fits stays the message it is', () => {
    const whole = message([heading, story('One.')]);
    expect(splitMessage(whole, upTo(10_000))).toEqual([whole]);
  });

  test('whole stories at a time, numbered, each part with its buttons', () => {
    const parts = splitMessage(message([heading, story('One.'), story('Two.'), story('Three.')]), upTo(400));
    expect(bodies(parts)).toEqual(['One.\n\nTwo.\n\nMar 9 (1/2)', 'Three.\n\nMar 9 (2/2)']);
    for (const part of parts) expect(part.groups.at(-1)).toEqual(buttons);
    expect(parts.map(({ push }) => push)).toEqual(['One.', 'Three.']);
  });

  test('a message without a heading carries its number as small print', () => {
    const parts = splitMessage(message([story('One.'), story('Two.')]), upTo(270));
    expect(bodies(parts)).toEqual(['One.\n\n(1/2)', 'Two.\n\n(2/2)']);
  });

  test('a story too big for a part is divided between its blocks, then between sentences', () => {
    const big: Group = { blocks: [text('A short one.'), text('First sentence here. Second sentence here.')] };
    const parts = splitMessage(message([heading, big]), upTo(275));
    const joined = bodies(parts).map((body) => body.split('\n\n')[0]);
    expect(joined).toEqual(['A short one.', 'First sentence here.', 'Second sentence here.']);
  });

  test('the last resort is between code points, never inside one', () => {
    const parts = splitMessage(message([{ blocks: [text('😀'.repeat(400))] }]), upTo(420));
    const joined = parts.map((part) => plainMessage({ ...part, push: '' }).split('\n\n')[0]).join('');
    expect(joined).toBe('😀'.repeat(400));
    expect(parts.length).toBeGreaterThan(3);
  });

  test('a limit nothing can meet still ends', () => {
    expect(splitMessage(message([story('One. Two.')]), () => false).length).toBeGreaterThan(0);
  });

  test('nothing is lost or repeated, and every part fits', () => {
    const words = fc.array(fc.constantFrom('alpha', '하버', '카트가', '열었다.', 'store.', '😀'), {
      minLength: 1,
      maxLength: 60,
    });
    const block: fc.Arbitrary<Block> = fc.oneof(
      words.map((each) => text(each.join(' '))),
      words.map(
        (each): Block => ({ kind: 'list', items: each.map((item) => [{ kind: 'text', text: item }]) }),
      ),
      words.map(
        (each): Block => ({
          kind: 'quote',
          inlines: each.map((item) => ({ kind: 'text', text: `${item} ` })),
        }),
      ),
    );
    const group = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks): Group => ({ blocks }));
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 420, max: 3000 }),
        (groups, limit) => {
          const whole = message([heading, ...groups]);
          const parts = splitMessage(whole, upTo(limit));
          const said = (from: Message[]) =>
            from
              .flatMap((part) => part.groups.filter(({ blocks }) => blocks[0]?.kind !== 'heading'))
              .flatMap(({ blocks }) => blocks)
              .flatMap((each) =>
                'inlines' in each ? [each.inlines] : each.kind === 'list' ? each.items : [],
              )
              .flat()
              .map((inline) => inline.text)
              .join('')
              .replace(/\s+/g, '');
          expect(said(parts)).toBe(said([whole]));
          for (const part of parts) expect(upTo(limit)(part)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('pages', () => {
  const long = message([heading, ...Array.from({ length: 12 }, (_, index) => story(`Story ${index}.`))]);

  function actions(page: Message): string[] {
    return page.groups.flatMap(({ blocks }) =>
      blocks.flatMap((each) =>
        each.kind === 'buttons'
          ? each.buttons.flatMap((button) => (button.kind === 'press' ? [button.action] : []))
          : [],
      ),
    );
  }

  test('lead to their neighbours and nowhere else', () => {
    expect(actions(pagedMessage(long, 1, 'rest', upTo(800)))).toEqual(['lang:en', 'rest:2']);
    expect(actions(pagedMessage(long, 2, 'rest', upTo(800)))).toEqual(['lang:en', 'rest:1', 'rest:3']);
    const last = pagedMessage(long, 99, 'rest', upTo(800));
    expect(plainMessage(last)).toContain('Story 11.');
    expect(actions(last).some((action) => action === 'rest:99')).toBe(false);
  });

  test('one page needs no buttons', () => {
    expect(pagedMessage(long, 1, 'rest', upTo(100_000))).toEqual(long);
  });

  test('all pages together say everything once, and each fits with its buttons', () => {
    const first = pagedMessage(long, 1, 'rest', upTo(800));
    const of = Number(/\(1\/(\d+)\)/.exec(plainMessage(first))?.[1]);
    const pages = Array.from({ length: of }, (_, index) => pagedMessage(long, index + 1, 'rest', upTo(800)));
    for (const page of pages) expect(upTo(800)(page)).toBe(true);
    const all = pages.map((page) => plainMessage({ ...page, push: '' })).join('\n');
    for (let index = 0; index < 12; index += 1) expect(all.split(`Story ${index}.`)).toHaveLength(2);
  });
});
