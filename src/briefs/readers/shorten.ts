/** `text` cut at a word or clause to at most `limit` characters, with an ellipsis when something was cut. */
export function shorten(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const head = characters.slice(0, limit - 1).join('');
  const space = head.search(/[\s,;:–—·][^\s,;:–—·]*$/u);
  const cut = space > head.length * 0.6 ? head.slice(0, space) : head;
  return `${cut.replace(/[\s,;:–—·]+$/u, '')}…`;
}
