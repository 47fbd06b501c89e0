import { describe, expect, test } from 'vitest';
import type { Brief } from '../../src/briefs/brief.ts';
import type { PairComparison } from '../../src/stories/compare-pair.ts';
import { createStoryIndex } from '../../src/stories/story-index.ts';
import { backgroundNews, kestrelNews, sampleBrief } from './sample-brief.ts';

const seen = Date.UTC(2026, 2, 10);

function indexOf(briefs: Brief[]) {
  const index = createStoryIndex();
  for (const brief of briefs) index.add(brief, seen);
  return index;
}

describe('createStoryIndex', () => {
  const all = [...backgroundNews(60), ...kestrelNews];

  test('puts two tellings of one event into the story of the earlier one, and other news of the company elsewhere', () => {
    const index = indexOf(all);
    expect(index.get('b-north-wire.md')).toMatchObject({
      story: 'a-port-gazette.md',
      label: 'same',
      followUpOf: null,
    });
    expect(index.get('b-north-wire.md')?.why).toMatch(/^Both tell of .+, one day apart\.$/);
    expect(index.get('c-port-gazette.md')).toMatchObject({ story: 'c-port-gazette.md', label: 'new' });
    expect(index.stories().filter((files) => files.includes('a-port-gazette.md'))).toEqual([
      ['a-port-gazette.md', 'b-north-wire.md'],
    ]);
  });

  test('knows the same article again by its address, whatever its title', () => {
    const again = sampleBrief({
      file: 'y.md',
      title: 'Bread, and lots of it',
      urlKey: 'port.example/1',
      datePublished: '2026-06-20',
    });
    expect(indexOf([...all, again]).get('y.md')).toMatchObject({
      story: 'a-port-gazette.md',
      label: 'same',
      score: 1,
    });
  });

  test("takes a sister title's reprint for the same, and an equal headline of one column for another issue", () => {
    const title = 'Why small grocers keep their bakeries open late at night';
    const issues = [
      sampleBrief({ file: '1.md', title, sourceId: 'one', datePublished: '2026-03-01' }),
      sampleBrief({ file: '2.md', title, sourceId: 'two', datePublished: '2026-03-12' }),
      sampleBrief({
        file: '3.md',
        title: '[Wire] not much happened today',
        sourceId: 'wire',
        datePublished: '2026-03-01',
      }),
      sampleBrief({
        file: '4.md',
        title: '[Wire] not much happened today',
        sourceId: 'wire',
        datePublished: '2026-03-02',
      }),
    ];
    const index = indexOf([...backgroundNews(40), ...issues]);
    expect(index.get('2.md')?.story).toBe('1.md');
    expect(index.get('4.md')).toMatchObject({ story: '4.md', followUpOf: null });
  });

  test('never makes one story of a series', () => {
    const puzzle = (day: number) =>
      sampleBrief({
        file: `p${day}.md`,
        title: `Today's Tile Riddle Answers for March ${day}, #${100 + day}`,
        sourceId: 'games',
        datePublished: `2026-03-0${day}`,
        summary: {
          en: `The answers for the Tile Riddle of March ${day} are out. Players find hints and help here.`,
          ko: `3월 ${day}일 Tile Riddle 정답이 공개됐습니다.`,
        },
      });
    const index = indexOf([...backgroundNews(40), puzzle(1), puzzle(2), puzzle(3)]);
    expect(index.get('p2.md')).toMatchObject({ story: 'p2.md', followUpOf: null });
    expect(index.compare('p1.md', 'p3.md')).toMatchObject({ label: 'different', score: 0 });
  });

  test('finds a Korean telling of an English story by its names and figures', () => {
    const korean = sampleBrief({
      file: 'k.md',
      kind: 'roundup',
      title: 'Kestrel Foods, Orrin Bakeries 인수',
      sourceId: 'compass',
      datePublished: '2026-03-05',
      language: 'ko',
      summary: {
        ko: 'Kestrel Foods가 제과 체인 Orrin Bakeries를 4억 2,000만 달러에 인수하기로 합의했습니다. 빵집 180곳이 넘어갑니다.',
        en: '',
      },
    });
    const english = kestrelNews.map((brief) => ({ ...brief, summary: { ...brief.summary, ko: '' } }));
    expect(indexOf([...backgroundNews(60), ...english, korean]).get('k.md')?.story).toBe('a-port-gazette.md');
  });

  test('takes two unrelated pieces of news that share only a company for neither one event nor a follow-up', () => {
    const chief = sampleBrief({
      file: 'm.md',
      title: 'Kestrel Foods names Ada Lund chief financial officer',
      sourceId: 'port_gazette',
      datePublished: '2026-03-02',
      summary: { en: 'Kestrel Foods named Ada Lund its chief financial officer. She starts in May.', ko: '' },
    });
    const lorries = sampleBrief({
      file: 'n.md',
      title: 'Kestrel Foods tests electric lorries in the north',
      sourceId: 'north_wire',
      datePublished: '2026-03-05',
      summary: { en: 'Kestrel Foods is testing twelve electric lorries on its northern routes.', ko: '' },
    });
    const korean = sampleBrief({
      file: 'o.md',
      kind: 'roundup',
      title: 'Kestrel Foods, 자체 브랜드 커피 출시',
      sourceId: 'compass',
      datePublished: '2026-03-06',
      language: 'ko',
      summary: { en: '', ko: 'Kestrel Foods가 자체 브랜드 커피 세 종을 다음 달 출시합니다.' },
    });
    const index = indexOf([...backgroundNews(60), chief, lorries, korean]);
    for (const file of ['n.md', 'o.md'])
      expect(index.get(file)).toMatchObject({ story: file, label: 'new', followUpOf: null });
  });

  test('judges a pair alike from either side', () => {
    const index = indexOf(all);
    for (const [a, b] of [
      ['a-port-gazette.md', 'b-north-wire.md'],
      ['a-port-gazette.md', 'c-port-gazette.md'],
    ] as const) {
      const { score, follows, label } = index.compare(a, b) as PairComparison;
      expect(index.compare(b, a)).toMatchObject({ score, follows, label });
    }
  });

  test('gives the same answer every time, and keeps what was assigned across an edit and a restart', () => {
    const first = indexOf(all);
    expect(indexOf(all).snapshot()).toEqual(first.snapshot());
    const [, other] = kestrelNews;
    expect(first.add({ ...(other as Brief), title: 'Something else entirely' }, seen).story).toBe(
      'a-port-gazette.md',
    );
    const again = createStoryIndex(first.snapshot());
    for (const brief of all) again.add(brief, seen);
    expect(again.stories().map((files) => [...files].sort())).toEqual(
      indexOf(all)
        .stories()
        .map((files) => [...files].sort()),
    );
  });

  test('forgets a removed brief, and its story keeps its id', () => {
    const index = indexOf(all);
    index.remove('a-port-gazette.md');
    expect(index.get('a-port-gazette.md')).toBeNull();
    expect(index.get('b-north-wire.md')?.story).toBe('a-port-gazette.md');
    expect(index.compare('a-port-gazette.md', 'b-north-wire.md')).toBeNull();
    index.remove('b-north-wire.md');
    expect(index.add(kestrelNews[1] as Brief, seen)).toMatchObject({
      story: 'b-north-wire.md',
      label: 'new',
    });
  });
});
