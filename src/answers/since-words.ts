/** `last week` and `지난주` as they are; a bare `march` or `3월` means from then on. */
export function sinceWords(typed: string): string {
  const text = typed.trim();
  if (text === '') return '';
  if (/^(since|from|after)\b/i.test(text) || /(부터|이후)$/.test(text)) return text;
  return /\p{Script=Hangul}/u.test(text) ? `${text}부터` : `since ${text}`;
}
