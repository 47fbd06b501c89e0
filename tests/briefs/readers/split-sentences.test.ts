import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../src/briefs/readers/split-sentences.ts';

describe('a sentence ends where it is read to end', () => {
  test.each([
    ['de', 'Nordwind hat 12 Schiffe für 2,1 Mrd. Euro bestellt.', 'Der Kurs stieg um 4,5 Prozent.'],
    ['de', 'Rund 230 Beschäftigte wechseln zum 1. Juli den Arbeitgeber.', 'Ab dem 1. April gilt der Preis.'],
    ['de', 'Der Gewinn fiel im 2. Quartal um 3 Mio. Franken.', 'Im Jahr 2025 waren es 12.', 'Das ist viel.'],
    ['de', 'Laut Dr. Weber sind es ca. Hundert Häfen, d. h. Nordwind bzw. Orrin.', 'Nr. 1 bleibt Halden.'],
    ['de', 'Zu den Kunden zählen z. B. Kestrel und u. a. Orrin in der Hafenstr. Nord.', 'Mehr folgt.'],
    ['de', '„Warum jetzt?“ fragte die Chefin.', 'Am 5. 3. 2026 Ende.'],
    ['en', 'The J.P. Orrin bank, e.g. Kestrel vs. Halden, opens at 9 a.m. Eastern.', 'It closes at noon.'],
    ['en', '"Why now?" asked Ida Berg.', '"We had to move!" said Kestrel.', 'Nobody answered.'],
    ['en', 'It pays Gov. Berg, Lt. Orrin and Messrs. Halden of St. Ives Co. in 3 parts.', 'That is all.'],
    ['fr', 'Selon Mme Roux et MM. Orrin et Berg, p. ex. Kestrel gagne 35 %.', 'Le port paie.'],
    ['fr', '« Pourquoi ? » a demandé Ida Berg.', 'Personne n’a répondu.'],
    ['ko', '노르드윈드는 2026. 3. 9. 항만 로봇을 공개했다.', '가격은 4.5% 내렸다.'],
    ['ko', '김서연 대표는 "내년에는 두 배로 늘리겠다."고 말했다.', '"왜 지금인가?"라는 물음도 나왔다.'],
    ['ko', '케스트렐 Inc. 은 미국 No. 1 업체다.', '매출은 3조 원이다.'],
  ])('%s: %s', (language, ...sentences) => {
    expect(splitSentences(sentences.join(' '), language)).toEqual(sentences);
  });

  test.each([
    ['en', 'Kestrel cut 12 jobs.', 'It has 40 more.'],
    ['de', 'Die Zahl stieg auf 12.', 'Kestrel zahlt mehr.'],
    ['ko', '가격은 3만 원이다.', '2026년에 나온다.'],
    ['ja', '投資額は96億円だ。', '2027年に完了する。'],
    ['zh', '公司估值突破90亿元。', '资金用于研发。'],
  ])('%s: and where it does, it is cut: %s', (language, ...sentences) => {
    const between = language === 'ja' || language === 'zh' ? '' : ' ';
    expect(splitSentences(sentences.join(between), language)).toEqual(sentences);
  });
});
