import { withoutCode, withoutFootnotes, withoutImages } from './markdown-text.ts';

/** What a line of a roundup is, before it is known what it belongs to. */
export type RoundupLine =
  | { kind: 'blank' }
  | { kind: 'rule' }
  /** A line of nothing but images. */
  | { kind: 'image' }
  | { kind: 'heading'; level: number; text: string; plain: boolean }
  | { kind: 'row'; cells: string }
  | { kind: 'entry'; indent: number; text: string; numbered: boolean }
  /** A line that begins in bold. */
  | { kind: 'lead'; text: string; indented: boolean }
  | { kind: 'text'; text: string; indented: boolean };

/** Level of a heading in plain text: below a title, above a sub-heading. */
const plainLevel = 3;

const heading = /^(#{1,6})\s+(.*?)\s*#*$/;
/** `■ 커머스`, `[광고]`, `【제품】`, `<유통>`: how plain text writes a heading. */
const plainHeading =
  /^(?:[■□◆◇▶▷●★☆✔]+\s*(\S.{0,60}?)|【([^】]{1,40})】|\[([^\]]{1,30})\]|<([\p{Script=Hangul}\p{Script=Han}][^<>]{0,20})>)$/u;
const sectionMark = /^([■□◆◇▶▷●★☆✔]+)\s*/u;
/** `BIG CARTS`, with nothing else on the line. */
const capitals = /^(?=.*[A-Z]{3})[A-Z][A-Z0-9 &',/-]{3,40}$/;
const bullet =
  /^(\s*)(?:[*+•‣▪◦△▲▸►➤·-]|(\d{1,3}[.)]|\d\uFE0F?\u20E3|🔟|[①-⑳]|[一二三四五六七八九十]{1,3}、))(?:(?<!(?!、)\p{P}|[•‣▪◦△▲▸►➤])\s*|\s+)(\S.*)$/u;
const rule = /^\s*(?:[-*_=─━]\s*){3,}$/;
const boldLead = /^(?:\*\*[^*].*\*\*|__[^_].*__)/;
const tableRow = /^\|(.+)\|$/;
const emojiMark = /^((?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?)+)\s*(\S.*)$/u;
const slackLink = /<(https?:\/\/[^|>\s]+)\|([^>\n]+)>/g;
const slackBold =
  /^(\s*(?:[•‣▪◦-]|\d+[.)])\s+)[*_](?![*_\s])([^*\n]{1,120}?)(?<![*_\s])[*_](?=\s*(?:[—–:：|→]|-\s))/u;

/** `Emma Park  9:02 AM`, `박서연 오전 9:02`: who wrote what follows, in a chat that was copied. */
const speaker = /^[^\s:*#|\d][^:*#|\d]{0,40}?\s+\[?(?:(?:오전|오후)\s?)?\d{1,2}:\d{2}(?:\s?[AP]M)?\]?$/iu;
const chatReactions = /^(?::[\w+-]+:\s*\d+\s*)+$/;

/** The lines of a document, in order. An emoji that begins three lines or more marks entries, as `•` does. */
export function roundupLines(text: string): RoundupLine[] {
  const lines = withoutFootnotes(withoutCode(text.replace(/\r\n?/g, '\n').split('\n')));
  const marks = entryMarks(lines);
  let titled = false;
  return lines.map((raw, at) => {
    const isRow =
      listMark(raw) !== '' && [lines[at - 1], lines[at + 1]].some((near) => listMark(near) === listMark(raw));
    const line = roundupLine(isRow ? raw.replace(sectionMark, '• ') : raw, marks, titled);
    if (line.kind !== 'blank' && line.kind !== 'rule' && line.kind !== 'image') titled = true;
    return line;
  });
}

/** `▶ 소식` heads a section, but one below the other they are entries. */
function listMark(line = ''): string {
  return sectionMark.exec(line.trim())?.[1] ?? '';
}

function roundupLine(raw: string, marks: ReadonlySet<string>, titled: boolean): RoundupLine {
  if (raw.trim() === '' || chatReactions.test(raw.trim())) return { kind: 'blank' };
  if (speaker.test(raw.trim())) return { kind: 'rule' };
  const line = withoutImages(raw).replace(slackLink, '[$2]($1)').replace(slackBold, '$1**$2**').trimEnd();
  if (line.trim() === '') return { kind: 'image' };
  if (rule.test(line)) return { kind: 'rule' };
  const head = heading.exec(line);
  if (head) return { kind: 'heading', level: head[1]?.length ?? 0, text: head[2] ?? '', plain: false };
  const [, marked, corners, brackets, angles] = (titled && plainHeading.exec(line.trim())) || [];
  const plain =
    marked ?? corners ?? brackets ?? angles ?? (titled ? capitals.exec(line.trim())?.[0] : undefined);
  if (plain !== undefined) return { kind: 'heading', level: plainLevel, text: plain, plain: true };
  const row = tableRow.exec(line.trim());
  if (row) return { kind: 'row', cells: row[1] ?? '' };
  const entry = bullet.exec(line);
  if (entry) {
    const [, indent = '', number, words = ''] = entry;
    return { kind: 'entry', indent: indent.length, text: words, numbered: number !== undefined };
  }
  const [, mark = '', words = ''] = emojiMark.exec(line) ?? [];
  if (marks.has(mark)) return { kind: 'entry', indent: 0, text: words, numbered: true };
  const indented = /^\s{2,}/.test(line);
  return { kind: boldLead.test(line) ? 'lead' : 'text', text: line.trim(), indented };
}

/** Emoji that begin three headlines or more; one that begins links (`🔗 https://…`) marks none. */
function entryMarks(lines: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  const marks = lines.map((line) => emojiMark.exec(line)?.[1] ?? '');
  for (const [at, line] of lines.entries()) {
    const [, mark = '', words = ''] = emojiMark.exec(line) ?? [];
    // Right below a line with a mark of its own stands what it tells.
    const above = marks[at - 1] ?? '';
    if (mark === '' || (above !== '' && above !== mark) || /^\[?[^\]\s]*\]?\(?https?:/.test(words)) continue;
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([mark]) => mark));
}
