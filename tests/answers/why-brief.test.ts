import { describe, expect, test } from 'vitest';
import { type StoredVerdict, whyBrief } from '../../src/answers/why-brief.ts';
import type { Brief } from '../../src/briefs/brief.ts';
import type { Reason } from '../../src/digest/edition.ts';

const channel = { name: 'team-ko', timezone: 'Asia/Seoul' };
const at = Date.parse('2026-07-03T09:00:00+09:00');
const brief = { file: 'a.md', ingestedAt: Date.parse('2026-07-02T00:00:00Z') };

function ask(
  stored: StoredVerdict[],
  composed: { file: string; reason: Reason }[] | null,
  given: Pick<Brief, 'file' | 'ingestedAt'> = brief,
) {
  return whyBrief(given, channel, at, {
    verdictsOn: async () => stored,
    compose: async () => composed && { key: 'slack:T1:C1:2026-07-03:0830', verdicts: composed },
  });
}

describe('whyBrief', () => {
  test('tells the stored verdict of the edition that judged it', async () => {
    const stored = [{ edition: 'slack:T1:C1:2026-07-03:0830', reason: { code: 'highlight' } as const }];
    expect(await ask(stored, null)).toEqual({
      ko: 'team-ko 2026-07-03 08:30 브리핑: 주요 소식으로 실렸습니다.',
      en: 'team-ko, edition of 2026-07-03 08:30: It is in, as a highlight.',
    });
  });

  test('an edition that was due later than asked does not exist', async () => {
    const stored = [
      { edition: 'slack:T1:C1:2026-07-04:0830', reason: { code: 'highlight' } as const },
      { edition: 'slack:T1:C1:2026-07-03:manual-084501', reason: { code: 'headline' } as const },
    ];
    expect((await ask(stored, null)).en).toBe(
      'team-ko, edition of 2026-07-03 08:45: It is in, as a headline.',
    );
  });

  test('asked of a time before the first edition it was there for, names that one', async () => {
    const stored = [
      { edition: 'slack:T1:C1:2026-07-05:0830', reason: { code: 'headline' } as const },
      { edition: 'slack:T1:C1:2026-07-04:0830', reason: { code: 'highlight' } as const },
    ];
    expect(await ask(stored, [])).toEqual({
      ko: 'team-ko: 그때는 아직 폴더에 없던 소식이라 브리핑에 없고, 2026-07-04 08:30 브리핑에서 처음 다루었습니다.',
      en: 'team-ko: It is in no edition up to then, for the first that it was there for is that of 2026-07-04 08:30.',
    });
  });

  test('without one, tells what composing would decide', async () => {
    const reason = { code: 'below-confidence', confidence: 0.4, floor: 0.6 } as const;
    expect((await ask([], [{ file: 'a.md', reason }])).en).toBe(
      'team-ko, if it were posted on 2026-07-03 09:00: Its confidence of 0.4 is below this channel’s floor of 0.6.',
    );
  });

  test.each([
    ['a brief that comes later', { ...brief, ingestedAt: at + 1 }, [], /had not come in yet/],
    [
      'one from before the first edition',
      brief,
      [],
      /before the newest day that the channel’s first edition holds/,
    ],
    [
      'one that does not say when it came in',
      { ...brief, ingestedAt: null },
      [],
      /^team-ko: It is in no edition, for it does not say when it came in and tells none of the stories/,
    ],
    ['a channel that is never due', brief, null, /never due/],
  ])('%s is in no edition', async (_what, given, composed, reason) => {
    expect((await ask([], composed, given)).en).toMatch(reason);
  });
});
