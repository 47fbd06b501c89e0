/** Countries whose flag has a bare Slack name. @see https://github.com/iamcal/emoji-data */
const bareNames = new Set(['cn', 'de', 'es', 'fr', 'gb', 'it', 'jp', 'kr', 'ru', 'us']);
const regionalA = 0x1f1e6;

/** `🇺🇸`, `us`, `flag-us` and `:flag-us:` all become `flag-us`; any other emoji stays as it is. */
export function flagName(emoji: string): string {
  const letters = [...emoji].map((character) => (character.codePointAt(0) ?? 0) - regionalA);
  if (letters.length === 2 && letters.every((letter) => letter >= 0 && letter < 26)) {
    return `flag-${letters.map((letter) => String.fromCharCode(97 + letter)).join('')}`;
  }
  const name = emoji.replaceAll(':', '').toLowerCase();
  if (name === 'uk') return 'flag-gb';
  return bareNames.has(name) ? `flag-${name}` : name;
}
