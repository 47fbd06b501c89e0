import { describe, expect, test } from 'vitest';
import { tellBrief } from '../../src/message/tell-brief.ts';
import { makeBrief } from '../digest/make-brief.ts';

const nothing = { ko: '', en: '' };

describe('Korean', () => {
  test('the bold line is the insight, and the summary stays whole', () => {
    expect(tellBrief(makeBrief(), 'ko', true)).toEqual({
      lead: { text: '계산대가 사라지고 있다.', mark: '' },
      leadIsTitle: false,
      summary: { text: '하버카트가 새 매장을 열었다. 계산대가 없다.', mark: '' },
    });
  });

  test('without an insight it is the first sentence, which the summary then leaves out', () => {
    expect(tellBrief(makeBrief({ insight: nothing }), 'ko', true)).toEqual({
      lead: { text: '하버카트가 새 매장을 열었다.', mark: '' },
      leadIsTitle: false,
      summary: { text: '계산대가 없다.', mark: '' },
    });
  });

  test('a Korean sentence goes before an English insight', () => {
    const told = tellBrief(makeBrief({ insight: { ko: '', en: 'English only.' } }), 'ko', true);
    expect(told.lead).toEqual({ text: '하버카트가 새 매장을 열었다.', mark: '' });
  });

  test('with nothing in Korean the English stands in, marked', () => {
    const english = makeBrief({ insight: nothing, summary: { ko: '', en: 'It opened. It has no till.' } });
    expect(tellBrief(english, 'ko', true)).toEqual({
      lead: { text: 'It opened.', mark: '영문' },
      leadIsTitle: false,
      summary: { text: 'It has no till.', mark: '영문' },
    });
  });

  test('a first sentence that is the title, or goes on where the title was cut, is the title', () => {
    const first = '하버카트가 계산대 없는 매장을 열었다.';
    const brief = {
      ...makeBrief({ title: first, summary: { ko: `${first} 반응이 좋다.`, en: '' } }),
      insight: { ko: '', en: '' },
    };
    expect(tellBrief(brief, 'ko', true)).toMatchObject({ lead: { text: first }, leadIsTitle: true });
    const cut = { ...brief, title: '하버카트가 계산대 없는…' };
    expect(tellBrief(cut, 'ko', true)).toMatchObject({ lead: { text: first }, leadIsTitle: true });
    expect(tellBrief({ ...brief, title: '다른 제목' }, 'ko', true).leadIsTitle).toBe(false);
  });

  test('with no text at all the title is the line', () => {
    const told = tellBrief(makeBrief({ insight: nothing, summary: nothing }), 'ko', true);
    expect(told).toMatchObject({ leadIsTitle: true, lead: { text: 'Harbor Cart opens store a' } });
  });

  test('a field that only says there is nothing is empty', () => {
    const told = tellBrief(makeBrief({ insight: { ko: '원문에서 확인되지 않음.', en: 'N/A' } }), 'ko', true);
    expect(told.lead.text).toBe('하버카트가 새 매장을 열었다.');
  });

  test('a channel without so-whats gets no insight either', () => {
    expect(tellBrief(makeBrief(), 'ko', false).lead.text).toBe('하버카트가 새 매장을 열었다.');
  });
});

describe('English', () => {
  test('the bold line is the title as written, where that is English', () => {
    expect(tellBrief(makeBrief(), 'en', true)).toEqual({
      lead: { text: 'Harbor Cart opens store a', mark: '' },
      leadIsTitle: true,
      summary: { text: 'Harbor Cart opened a store. It has no checkout.', mark: '' },
    });
  });

  test.each([
    ['Korean', '하버카트, 매장 열다', 'ko'],
    ['German', 'Harbor Cart eröffnet Laden', 'de'],
    ['Chinese', '无人商店开业', ''],
  ])('a %s title gives way to the insight', (_name, title, language) => {
    expect(tellBrief(makeBrief({ title, language }), 'en', true)).toMatchObject({
      lead: { text: 'The checkout is disappearing.', mark: '' },
      leadIsTitle: false,
    });
  });

  test('a Korean text in an English field is marked', () => {
    const brief = makeBrief({
      title: '하버카트, 매장 열다',
      insight: nothing,
      summary: { ko: '', en: '하버카트가 문을 열었다.' },
    });
    expect(tellBrief(brief, 'en', true).lead).toEqual({ text: '하버카트가 문을 열었다.', mark: 'in Korean' });
  });

  test('an English sentence with a Korean name in it is English', () => {
    const brief = makeBrief({
      title: '하버카트, 매장 열다',
      insight: { ko: '', en: 'The shop (하버카트) opens every day.' },
    });
    expect(tellBrief(brief, 'en', true).lead.mark).toBe('');
  });
});
