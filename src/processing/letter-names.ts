/** What Korean calls the letters. */
const letters = new Map<string, string>([
  ...Object.entries({
    엘: 'l',
    엠: 'm',
    엔: 'n',
    씨: 'c',
    큐: 'q',
    에스: 's',
    에프: 'f',
    케이: 'k',
    제이: 'j',
  }),
  ...Object.entries({ 브이: 'v', 더블유: 'w', 엑스: 'x', 와이: 'y', 제트: 'z', 에이치: 'h' }),
  ...Object.entries({
    에이: 'a',
    비: 'b',
    디: 'd',
    이: 'e',
    지: 'g',
    아이: 'i',
    오: 'o',
    피: 'p',
    알: 'r',
    티: 't',
  }),
  ...Object.entries({ 유: 'u' }),
]);
const letter = [...letters.keys()].sort((a, b) => b.length - a.length).join('|');
const spelled = new RegExp(`^(?:${letter}){2,}$`, 'u');
/** Of the others Korean words are set together: 이유, 비디오. */
const surely = /엘|엠|엔|씨|큐|에스|에프|케이|제이|브이|더블유|엑스|와이|제트|에이치/u;

/** The letters that a Hangul word names one by one: `lg` of 엘지; '' where it does not. */
export function lettersSaid(word: string): string {
  if (!spelled.test(word) || !surely.test(word)) return '';
  return word.replace(new RegExp(letter, 'gu'), (name) => letters.get(name) ?? '');
}
