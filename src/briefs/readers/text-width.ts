/** Letters of a text, where one of Korean, Chinese or Japanese says as much as two. */
export function widthOf(text: string): number {
  return (
    text.length +
    (text.match(/[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0)
  );
}
