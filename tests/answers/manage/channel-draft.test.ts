import { describe, expect, test } from 'vitest';
import { changedIn, readDraft, topicsText } from '../../../src/answers/manage/channel-draft.ts';
import { ChannelSettings } from '../../../src/config/settings.ts';

const now = { language: 'ko', schedule: '30 8 * * 1-5', timezone: 'Asia/Seoul', topics: ['결제'] } as const;
const holds = { ...now, topics: [...now.topics] };

describe('what somebody says about a channel', () => {
  test('changes that and nothing else', () => {
    expect(readDraft(holds, {}).draft).toEqual(now);
    expect(readDraft(holds, { time: '오전 9시' }).draft).toEqual({ ...now, schedule: '0 9 * * 1-5' });
    expect(readDraft(holds, { days: '매일', language: 'both' }).draft).toEqual({
      ...now,
      schedule: '30 8 * * *',
      language: 'both',
    });
    expect(readDraft(holds, { topics: ' AI,  에너지 전환 ,AI,' }).draft?.topics).toEqual([
      'AI',
      '에너지 전환',
    ]);
    for (const all of ['', '전체', 'ALL', '-'])
      expect(readDraft(holds, { topics: all }).draft?.topics).toEqual([]);
  });

  test('a topic may hold a comma, in quotes; what the file has of long and many topics stays', () => {
    const topics = ['결제', 'Seoul, Korea', 'x'.repeat(80)];
    expect(topicsText(topics.slice(0, 2))).toBe('결제, "Seoul, Korea"');
    const more = readDraft({ ...holds, topics }, { topics: `${topicsText(topics)}, AI` });
    expect(more.draft?.topics).toEqual([...topics, 'AI']);
    const many = Array.from({ length: 30 }, (_, index) => `t${index}`);
    expect(
      readDraft({ ...holds, topics: many }, { topics: many.slice(1).join(',') }).draft?.topics,
    ).toHaveLength(29);
  });

  test('is refused with everything that is wrong, in both languages', () => {
    const { draft, errors } = readDraft(holds, {
      language: 'fr',
      time: 'noon',
      days: 'soon',
      timezone: 'Mars',
      topics: Array.from({ length: 21 }, (_, index) => `t${index}`).join(','),
    });
    expect(draft).toBeNull();
    expect(Object.keys(errors ?? {}).sort()).toEqual(['days', 'language', 'time', 'timezone', 'topics']);
    expect(errors?.timezone).toEqual({
      ko: '“Mars” 시간대를 찾지 못했습니다. Asia/Seoul 처럼 적어 주세요.',
      en: 'There is no time zone “Mars”. Write one such as Asia/Seoul.',
    });
    expect(readDraft(holds, { topics: 'x'.repeat(61) }).errors?.topics).toBeDefined();
    expect(readDraft(holds, { days: [] }).errors?.days).toBeDefined();
  });

  test('a pattern that is more than one time stays, until time and days are both said', () => {
    const twice = { ...holds, schedule: '0 9,18 * * 1-5' };
    expect(readDraft(twice, { language: 'en' }).draft?.schedule).toBe('0 9,18 * * 1-5');
    expect(readDraft(twice, { time: '9:00' }).errors).toHaveProperty('days');
    expect(readDraft(twice, { days: 'daily' }).errors).toHaveProperty('time');
    expect(readDraft(twice, { time: '9:00', days: 'daily' }).draft?.schedule).toBe('0 9 * * *');
  });

  test('invisible characters are no topic; whatever is read, the rules of the settings take', () => {
    const { draft } = readDraft(holds, { topics: '\u202eabc\u200b, \u0000', time: '00:00', days: 'sun' });
    expect(draft?.topics).toEqual(['abc']);
    const entry = { ...draft, name: 'team', platform: 'slack', channel: 'C0123456789' };
    expect(ChannelSettings.safeParse(entry).success).toBe(true);
  });

  test('what changed is told key by key', () => {
    expect(changedIn(holds, { ...holds, language: 'en', topics: ['결제'] })).toEqual({ language: 'en' });
  });
});
