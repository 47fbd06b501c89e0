/** Korean names of the Latin letters, longest first. */
const NAMES: [string, string][] = [
  ['더블유', 'w'],
  ['더블류', 'w'],
  ['에이치', 'h'],
  ['에이', 'a'],
  ['에프', 'f'],
  ['에스', 's'],
  ['아이', 'i'],
  ['제이', 'j'],
  ['케이', 'k'],
  ['아르', 'r'],
  ['브이', 'v'],
  ['엑스', 'x'],
  ['와이', 'y'],
  ['제트', 'z'],
  ['지', 'g'],
  ['쥐', 'g'],
  ['비', 'b'],
  ['씨', 'c'],
  ['시', 'c'],
  ['디', 'd'],
  ['이', 'e'],
  ['엘', 'l'],
  ['엠', 'm'],
  ['앰', 'm'],
  ['엔', 'n'],
  ['앤', 'n'],
  ['오', 'o'],
  ['피', 'p'],
  ['큐', 'q'],
  ['알', 'r'],
  ['티', 't'],
  ['유', 'u'],
  ['투', '2'],
];

/** The Latin abbreviation a Hangul word spells out (비엔피엘 → bnpl), or undefined. At least two letters. */
export function lettersSpeltOut(word: string): string | undefined {
  let letters = '';
  for (let rest = word; rest !== ''; ) {
    const name = NAMES.find(([spoken]) => rest.startsWith(spoken));
    if (!name) return undefined;
    letters += name[1];
    rest = rest.slice(name[0].length);
  }
  return letters.length > 1 ? letters : undefined;
}

/** The Latin letters whose names a Hangul word may begin with, and what follows: 지메일 is g and 메일. */
export function firstLetters(word: string): { letter: string; rest: string }[] {
  return NAMES.filter(([spoken]) => word.startsWith(spoken)).map(([spoken, letter]) => ({
    letter,
    rest: word.slice(spoken.length),
  }));
}
