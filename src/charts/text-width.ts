/** Advances of Nanum Gothic in em, rounded up. What is not listed is as wide as a Hangul syllable, or wider than it is. */
const advances: readonly (readonly [em: number, characters: string])[] = [
  [0.25, "ilI|'’‘"],
  [0.29, ' ·.,:;!j'],
  [0.37, 'frtJ()[]-“”"'],
  [0.43, 's/'],
  [0.49, 'cvzL'],
  [0.52, 'kxyF'],
  [0.55, 'aeSTZ<>?_'],
  [0.61, 'bdghnopquBEP0123456789$#*'],
  [0.67, 'CKRVXY=+~'],
  [0.73, 'ADHNU&'],
  [0.8, 'GOQ'],
  [0.85, 'w'],
  [0.91, 'm'],
  [1.04, 'MW'],
  [1.1, '@%'],
];

const known = new Map(
  advances.flatMap(([em, characters]) => [...characters].map((character) => [character, em] as const)),
);

/** How wide a line of the regular weight is drawn, and seldom a little less. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + (known.get(character) ?? unknown(character)), 0) * size;
}

function unknown(character: string): number {
  return /[가-힣]/.test(character) ? 0.94 : 1;
}

/** The text where it fits, else as much of its beginning as does, with an ellipsis. */
export function clipped(text: string, size: number, widthAtMost: number): string {
  if (textWidth(text, size) <= widthAtMost) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > widthAtMost) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
