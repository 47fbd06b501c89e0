import { describe, expect, test } from 'vitest';
import type { KeptAnswer } from '../../src/answers/stores.ts';
import type { View } from '../../src/answers/view.ts';
import { planEdition } from '../../src/delivery/plan-edition.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { type BriefEdit, indexEdits } from '../../src/digest/edits.ts';
import { discordRenderer } from '../../src/discord/render-discord.ts';
import type { ShownPart, Telling } from '../../src/editing/edit-store.ts';
import { rewritesOf } from '../../src/editing/rewrites.ts';
import { weeklyMessage } from '../../src/message/weekly-message.ts';
import { slackRenderer } from '../../src/slack/render-slack.ts';
import { makeEdition, makeStory } from '../message/make-edition.ts';
import { makeWeek } from '../message/make-week.ts';

const at = Date.parse('2026-03-10T09:40:00+09:00');
const renderers = { slack: slackRenderer, discord: discordRenderer };
const showing = { renderers, rulesAt: () => ({ timezone: 'Asia/Seoul', soWhat: true }) };

function retracted(...files: string[]) {
  return indexEdits(
    files.map((file): BriefEdit => ({ file, kind: 'retracted', at, by: '', brief: null, others: [] })),
  );
}

/** An edition as its channel has it. */
function told(edition: Edition): Telling {
  const parts = planEdition(edition, renderers[edition.rules.platform]).map(
    ({ parent, ...part }): ShownPart => ({ ...part, under: parent === null ? null : 'skim', isPosted: true }),
  );
  return { chain: edition.key, edition, answer: null, parts };
}

function shared(
  kind: 'share' | 'reply' | 'weekly' | 'direct',
  view: View,
  more: Partial<ShownPart> = {},
): Telling {
  const answer: KeptAnswer = { id: 's', language: 'en', body: view, createdAt: at };
  const part = {
    id: 's',
    kind,
    language: 'en',
    stories: ['a.md'],
    under: null,
    isPosted: true,
    payload: {},
  } as const;
  const where = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;
  return { chain: 's', edition: null, answer, parts: [{ ...where, ...part, stories: ['a.md'], ...more }] };
}

const text = (payload: unknown) => JSON.stringify(payload);

describe('what messages show after a retraction', () => {
  for (const platform of ['slack', 'discord'] as const) {
    test(`skim and thread on ${platform}; other stories' messages are left alone`, () => {
      const highlights = ['a.md', 'b.md'].map((file) => makeStory({ file }));
      const telling = told(makeEdition({ highlights, headlines: [] }, { platform }));
      const rewrites = rewritesOf([telling], ['a.md'], retracted('a.md'), showing);
      expect(rewrites.map(({ delivery }) => delivery)).toEqual(telling.parts.slice(0, 2).map(({ id }) => id));
      for (const { payload } of rewrites) expect(text(payload)).toContain('편집자가 삭제했습니다');
      for (const { payload } of rewrites)
        expect(text(payload)).not.toMatch(/store a|news\.example\/a|Outlet a/);
      expect(text(rewrites[0]?.payload)).toContain('news.example/b');
    });
  }

  test('a story that only stands behind the button changes no message', () => {
    const telling = told(makeEdition());
    expect(rewritesOf([telling], ['c.md'], retracted('c.md'), showing)).toEqual([]);
  });

  test('nothing twice: messages that show it already are not named', () => {
    const telling = told(makeEdition());
    const [first] = rewritesOf([telling], ['a.md'], retracted('a.md'), showing);
    const parts = telling.parts.map((part) =>
      part.id === first?.delivery ? { ...part, payload: first.payload } : part,
    );
    const again = rewritesOf([{ ...telling, parts }], ['a.md'], retracted('a.md'), showing);
    expect(again.map(({ delivery }) => delivery)).not.toContain(first?.delivery);
    expect(rewritesOf([telling], ['a.md'], indexEdits([]), showing)).toEqual([]);
  });

  test('an edition in full, and a skim of several messages, keep their number and their role mention', () => {
    const highlights = Array.from({ length: 5 }, (_, n) =>
      makeStory({ file: `${n}.md`, soWhat: { ko: '가'.repeat(1200), en: 'x' } }),
    );
    const telling = told(
      makeEdition({ highlights }, { platform: 'discord', layout: 'full', mentionRole: '77' }),
    );
    expect(telling.parts.length).toBeGreaterThan(1);
    const rewrites = rewritesOf([telling], ['0.md', '1.md'], retracted('0.md', '1.md'), showing);
    const after = telling.parts.map(
      ({ id, payload }) => rewrites.find(({ delivery }) => delivery === id)?.payload ?? payload,
    );
    expect(text(after[0])).toContain('<@&77>');
    expect(new Set(after.map((payload) => text(payload).replaceAll(/[a-z2-7]{24}/g, ''))).size).toBe(
      after.length,
    );
    for (const n of [0, 1]) expect(text(after)).not.toContain(`news.example/${n}`);
    for (const n of [2, 3, 4]) expect(text(after)).toContain(`news.example/${n}`);
  });

  const story = makeStory({ file: 'a.md' });
  const edits = retracted('a.md');

  test('a shared story still says who shared it', () => {
    const view: View = { kind: 'story', story, sharedBy: '서연' };
    const [rewrite] = rewritesOf([shared('share', view)], ['a.md'], edits, showing);
    expect(text(rewrite?.payload)).toContain('Shared by 서연');
    expect(text(rewrite?.payload)).toContain('Removed by the editors');
    expect(text(rewrite?.payload)).not.toContain('Harbor');
  });

  test('of shared hits the others stay', () => {
    const found = { searched: [], literal: '', time: null, unknown: [] };
    const asked = { words: 'carts', only: '', source: '' };
    const stories = [story, makeStory({ file: 'b.md' })];
    const view: View = {
      kind: 'hits',
      asked,
      understood: found,
      total: 2,
      offset: 0,
      stories,
      sharedBy: 'Emma',
    };
    const [rewrite] = rewritesOf([shared('share', view)], ['a.md'], edits, showing);
    expect(text(rewrite?.payload)).toContain('1. Removed by the editors');
    expect(text(rewrite?.payload)).toContain('news.example/b');
    expect(text(rewrite?.payload)).not.toContain('news.example/a');
  });

  test('a reply to a flag', () => {
    const [rewrite] = rewritesOf([shared('reply', { kind: 'story', story })], ['a.md'], edits, showing);
    expect(text(rewrite?.payload)).toContain('Removed by the editors');
    expect(text(rewrite?.payload)).not.toContain('Harbor');
  });

  test('a weekly roll-up keeps its chart', () => {
    const stories = [
      { story, date: '2026-03-10', link: '' },
      { story: makeStory({ file: 'b.md' }), date: '2026-03-10', link: '' },
    ];
    const weekly = makeWeek({ stories });
    const message = weeklyMessage(weekly, {
      language: 'en',
      soWhat: true,
      zone: 'Asia/Seoul',
      chart: 'iVBORw0KGgo=',
    });
    const payload = slackRenderer.render(message, { id: 's', silent: true, mentionRole: null });
    const telling = shared('weekly', { kind: 'weekly', weekly }, { payload });
    const [rewrite] = rewritesOf([telling], ['a.md'], edits, showing);
    expect(rewrite?.payload.uploads).toEqual(payload.uploads);
    expect(text(rewrite?.payload)).toContain('Removed by the editors');
    expect(text(rewrite?.payload)).not.toContain('news.example/a');
  });
});

describe('what messages show after a correction', () => {
  const correction = (language: 'ko' | 'en', on: number): string => {
    const telling = told(makeEdition({ composedAt: at - 1 }, { language }));
    const brief = { ...makeStory({ file: 'a.md', hash: 'new', title: 'Mended title' }).lead };
    const edits = indexEdits([{ file: 'a.md', kind: 'corrected', at: on, by: '', brief, others: [] }]);
    return text(rewritesOf([telling], ['a.md'], edits, showing).map(({ payload }) => payload));
  };

  test('the mended text and the time of it, in the language and zone of the channel', () => {
    expect(correction('ko', at)).toMatch(/Mended title.*정정 09:40/);
    expect(correction('en', at)).toMatch(/Mended title.*Corrected 09:40/);
  });

  test('and the day, where it is another one', () => {
    expect(correction('ko', at + 86_400_000)).toContain('정정 3월 11일 09:40');
    expect(correction('en', at + 86_400_000)).toContain('Corrected Mar 11, 09:40');
  });
});
