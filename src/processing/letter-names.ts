import { lettersSpeltOut } from '../search/letter-names.ts';

/** Of the other names of letters Korean words are set together: 이유, 비디오. */
const surely = /엘|엠|엔|씨|큐|에스|에프|케이|제이|브이|더블유|엑스|와이|제트|에이치/u;
/** Rarer ways to say a letter, which a check takes for none: 시, 투 and 앤 are mostly something else. */
const rarely = /더블류|아르|쥐|시|앰|앤|투/u;

/** The letters that a Hangul word names one by one: `lg` of 엘지; '' where it does not. */
export function lettersSaid(word: string): string {
  return surely.test(word) && !rarely.test(word) ? (lettersSpeltOut(word) ?? '') : '';
}
