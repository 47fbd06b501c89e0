const longest = 2_000;

/**
 * An address that is safe to put behind a link on any platform: http(s) without a name or password in it, everything
 * percent-encoded that could end a link early.
 * @returns '' where the text is no such address
 */
export function webLink(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return '';
  const escaped = url.href.replace(
    /[()<>|\\\s"'`*~[\]{}^]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return escaped.length <= longest ? escaped : '';
}
