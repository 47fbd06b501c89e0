import { decode } from 'html-entities';
import { maskedLink } from './masked-link.ts';
import { withoutInvisible } from './plain-text.ts';

/** Mentions that reach everyone, as a chat or a feed writes them. */
const everyone = /@(?:everyone|here|channel)\b|<!(?:everyone|here|channel)(?:\|[^>]*)?>/giu;
const everyoneInRow =
  /(?:(?:@(?:everyone|here|channel)\b|<!(?:everyone|here|channel)(?:\|[^>]*)?>)[\s,!.·|]*){2,}/iu;
const address = /<@[&!]?\w{2,}>|<!subteam\^\w+/gu;
/** `@name/package` is a package, `name@host` an e-mail address. */
const mention = /<@[&!]?\w{2,}>|<!subteam\^\w+|(?<![\w.<])@[\p{L}\d_]{2,}(?![\p{L}\d_]*[/.]\w)/gu;

/** Overrides: what is written is not what is read. Other marks of direction are only wrong where they do not close, or turn what needs no turning. */
const override = /[\u202D\u202E]/u;
const opening = /[\u202A\u202B\u2066-\u2068]/gu;
const closing = /[\u202C\u2069]/gu;
const turned = /[\u202B\u2067]([^\u202C\u2069\n]*)/gu;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Letters that show nothing: tags outside a flag, runs between letters, and words taken apart. */
const flagTags = /\u{1F3F4}[\u{E0020}-\u{E007E}]{1,6}\u{E007F}/gu;
const tags = /(?:[\u{E0020}-\u{E007F}]|[\u{E0100}-\u{E01EF}]){3,}/u;
const hiddenRun = /(?<=[\p{L}\p{N}])[\u200B\u2060-\u2064\uFEFF]{3,}(?=[\p{L}\p{N}])/u;
const takenApart = /(?<=\p{Script=Latin})[\u200B-\u200D\u2060-\u2064\uFEFF](?=\p{Script=Latin})/gu;

const stacked = /\p{M}{5,}/u;
const stackedLatin = /\p{Script=Latin}\p{M}{3,}/gu;
/** Emoji as a chat shows them, with the names it knows them by; © and ™ are letters. */
const picture =
  '(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|(?:\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\uFE0F)\\p{Emoji_Modifier}?(?:\\u200D\\p{Extended_Pictographic}\\uFE0F?)*|[\\d#*]\\uFE0F?\\u20E3|<a?:\\w{2,32}:\\d{5,}>|(?<![\\w/]):[a-z][\\w+-]{1,30}:)';
const emoji = new RegExp(picture, 'gu');
const emojiInRow = new RegExp(`(?:${picture}\\s*){8,}`, 'u');
const sameAgain = /([^\s=_*.·~#─━-])\1{49,}/u;

/**
 * How a brief's text abuses a chat, in a sentence; null where it does not.
 * @param parts the brief's texts, each looked at by itself: the same news is told in two languages
 * @param raw the file's text before cleaning, which still holds what cleaning removes
 */
export function chatAbuse(parts: readonly string[], raw: string): string | null {
  const written = unescaped(raw);
  for (const text of [...parts, written])
    if (hides(text)) return 'Its text holds characters that turn or hide what is read.';
  for (const text of [...parts, written]) {
    const masked = maskedLink(text);
    if (masked) return masked;
  }
  for (const part of parts) {
    const abuse = loud(part);
    if (abuse) return abuse;
  }
  // Names may be spread over the points of a list.
  if (new Set(parts.join('\n').match(mention)).size > 8)
    return 'Its text mentions more than eight people or groups.';
  return null;
}

function loud(part: string): string | null {
  const text = withoutInvisible(part.normalize('NFKC'));
  // An article may well be about @everyone, and no mention ever takes effect: only a string of them is a bomb.
  if (everyoneInRow.test(text) || (text.match(everyone)?.length ?? 0) > 3)
    return 'Its text calls everyone of a channel again and again (@everyone, @here or @channel).';
  if ((text.match(address)?.length ?? 0) > 20) return 'Its text mentions people or groups again and again.';
  if (stacked.test(part) || (part.match(stackedLatin)?.length ?? 0) > 2)
    return 'Its text stacks marks over letters.';
  const emojis = part.match(emoji)?.length ?? 0;
  if (emojiInRow.test(part) || (emojis > 10 && emojis * 8 > part.replace(emoji, '.').length))
    return `Its text is a wall of ${emojis} emoji.`;
  if (sameAgain.test(part)) return 'Its text is one character again and again.';
  return null;
}

function hides(text: string): boolean {
  const words = text.replace(flagTags, '');
  if (override.test(words) || tags.test(words) || hiddenRun.test(words)) return true;
  if ((words.match(takenApart)?.length ?? 0) > 4) return true;
  if ((words.match(opening)?.length ?? 0) !== (words.match(closing)?.length ?? 0)) return true;
  return [...words.matchAll(turned)].some(([, inside = '']) => !rightToLeft.test(inside));
}

/** What HTML and YAML write with letters: `&#8238;`, `\u202E`. */
function unescaped(raw: string): string {
  const letters = raw.replace(/\\(?:u([0-9a-f]{4})|U([0-9a-f]{8}))/gi, (whole, short, long) => {
    const code = Number.parseInt(short ?? long, 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
  return decode(letters, { scope: 'strict' });
}
