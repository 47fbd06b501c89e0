/**
 * Puts style marks of a Markdown around words, white space kept outside: a mark beside a space is read as itself.
 */
export function hugWords(text: string, mark: string): string {
  const words = text.trim();
  if (words === '') return text;
  const start = text.indexOf(words);
  return `${text.slice(0, start)}${mark}${words}${mark}${text.slice(start + words.length)}`;
}
