/** A link as a text shows it, and where it goes. */
interface ShownLink {
  label: string;
  address: string;
}

const markdownLink = /\[([^\][\n]{3,200})\]\(\s*<?([^\s)>]+)/gu;
const referenceLink = /\[([^\][\n]{3,200})\]\[([^\][\n]{0,40})\]/gu;
const reference = /^\s{0,3}\[([^\]\n]{1,200})\]:\s*<?([^\s>]+)/gmu;
const slackLink = /<(https?:\/\/[^|>\s]{1,2000})\|([^>]{3,200})>/giu;
const htmlLink = /<a\s[^<>]{0,300}?href\s*=\s*["']?([^"'<>\s]{1,1000})[^<>]{0,300}>([\s\S]{3,300}?)<\/a>/giu;
/** An address with its scheme or `www.`, anywhere in a label. */
const statedAddress = /(?:https?:\/\/|\bwww\.)((?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,})/iu;
/** A label that is a host, or a host with a path, and nothing else. A capital makes it a name: Booking.com, Node.js. */
const bareAddress = /^((?:[\p{Ll}\p{Lo}\p{N}-]+\.)+[\p{Ll}\p{Lo}]{2,})(?:[/?#:]\S*)?$/u;

/** Characters that are looked at: a body without end is no reason to look without end. */
const lookedAt = 200_000;

/** Where a text shows one address over a link to another, or runs something: a sentence; null for none. */
export function maskedLink(text: string): string | null {
  for (const { label, address } of shownLinks(text.slice(0, lookedAt))) {
    const scheme = /^(javascript|vbscript|data|file):/i.exec(address.trim())?.[1]?.toLowerCase();
    if (scheme) return `Its text holds a link of the kind "${scheme}"; only http and https are posted.`;
    const shown = shownHost(label);
    const host = hostOf(address);
    if (shown !== '' && host !== '' && !isSameSite(shown, host))
      return `Its text shows the address ${shown} over a link to ${host}.`;
  }
  return null;
}

function shownLinks(text: string): ShownLink[] {
  const named = new Map(
    [...text.matchAll(reference)].map(([, name = '', address = '']) => [name.toLowerCase(), address]),
  );
  return [
    ...[...text.matchAll(markdownLink)].map(([, label = '', address = '']) => ({ label, address })),
    ...[...text.matchAll(referenceLink)].map(([, label = '', name = '']) => ({
      label,
      address: named.get((name || label).toLowerCase()) ?? '',
    })),
    ...[...text.matchAll(slackLink)].map(([, address = '', label = '']) => ({ label, address })),
    ...[...text.matchAll(htmlLink)].map(([, address = '', label = '']) => ({
      label: label.replace(/<[^>]*>/g, ''),
      address,
    })),
  ];
}

/** The host that a label claims; '' where it is words. */
function shownHost(label: string): string {
  const words = label.replace(/[*_`~"'“”‘’]/gu, '').trim();
  const host = statedAddress.exec(words)?.[1] ?? bareAddress.exec(words)?.[1] ?? '';
  // A name ending like a file (`node.js`, `report.pdf`) is no host.
  return /\.(?:js|ts|py|md|pdf|html?|txt|json|ya?ml|net core)$/u.test(host) && !/https?:/i.test(words)
    ? ''
    : host.toLowerCase().replace(/^www\./, '');
}

function hostOf(address: string): string {
  const full = address.startsWith('//') ? `https:${address}` : address;
  const url = /^https?:/i.test(full) && URL.canParse(full) ? new URL(full) : null;
  return url?.hostname.toLowerCase().replace(/^www\./, '') ?? '';
}

function isSameSite(shown: string, host: string): boolean {
  const ascii = URL.canParse(`https://${shown}`) ? new URL(`https://${shown}`).hostname : shown;
  return host === ascii || host.endsWith(`.${ascii}`) || ascii.endsWith(`.${host}`);
}
