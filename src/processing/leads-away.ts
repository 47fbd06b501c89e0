/** An address, or somebody or a channel called in a chat. */
const addressed =
  /h(?:tt|xx)ps?\s?:|www\.|<[@#!]|(?<![\p{L}\d.])@[\p{L}\d_]{2,}|@\s*(?:everyone|here|channel)(?!\p{L})|\]\(/iu;
/** Of one letter only where nothing but a host looks so: `t.me/port`, but J.Crew. */
const hosts =
  /(?<![\p{L}\d.-])(?:(?:[a-z0-9-]{2,}\.)+[a-z]{2,}(?![\p{L}\d])|[a-z0-9]\.(?:[a-z]{2,}(?=\/)|(?:com|me|co|gg|ly|to|net|org|io|cc)(?![\p{L}\d])))/giu;
const mixedHosts = /[\p{L}\p{N}-]*[^\P{L}a-zA-Z]\.[a-z]{2,}(?![\p{L}\d])/gu;

/** Whether a text leads somewhere that its source does not name, or calls somebody; however it is disguised. */
export function leadsAway(text: string, source: string): boolean {
  const plain = undisguised(text);
  const known = undisguised(source).toLowerCase();
  const named = [...(plain.match(hosts) ?? []), ...(plain.match(mixedHosts) ?? [])];
  return addressed.test(plain) || named.some((host) => !known.includes(host.toLowerCase()));
}

/** `evil[.]example`, `evil。example` and `evil dot example` with their points. */
function undisguised(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s?[[({<]\s?(?:\.|dot|점)\s?[\])}>]\s?/giu, '.')
    .replace(/(?<=[a-z0-9])\s(?:dot|닷)\s(?=[a-z]{2,})/gu, '.')
    .replaceAll('。', '.');
}
