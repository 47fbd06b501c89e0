import { decode } from 'html-entities';

/** Invisible characters that change how a text reads: controls, bidi overrides and isolates, zero-width marks, fillers, tags, half characters. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\u2800\u3164\uD800-\uDFFF\uFEFF\uFFA0\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0001}-\u{E007F}]/gu;

/** Text without the invisible characters that change how it reads: controls, bidi marks, zero-width marks, half characters. */
export function withoutInvisible(text: string): string {
  return text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(invisible, '');
}

/** Printable ASCII without `&`, whole Hangul syllables and common punctuation: most text is this, and needs nothing done. */
const isPlain = /^[ -%'-~가-힣·–—‘’“”…]*$/;

/**
 * Text as a person reads it: HTML entities decoded once (those with their `;`), controls and bidi marks removed, line ends `\n`, NFC.
 * The zero-width joiner stays: emoji are built with it.
 */
export function plainText(text: string): string {
  if (isPlain.test(text)) return text;
  return withoutInvisible(decode(text, { scope: 'strict' })).normalize('NFC');
}

/** {@link plainText} on one line, runs of white space made one space. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}
