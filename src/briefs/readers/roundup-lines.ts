import { markedBlocks } from './headed-blocks.ts';
import {
  withoutCode,
  withoutFootnotes,
  withoutImages,
  withoutQuotation,
  withoutTaskBox,
} from './markdown-text.ts';
import { statedDate } from './stated-date.ts';
import { widthOf } from './text-width.ts';

/** What a line of a roundup is, before it is known what it belongs to. */
export type RoundupLine =
  | { kind: 'blank' }
  | { kind: 'rule' }
  /** A line of nothing but images. */
  | { kind: 'image' }
  | { kind: 'heading'; level: number; text: string; plain: boolean }
  | { kind: 'row'; cells: string }
  /** `mark`: what it begins with. */
  | { kind: 'entry'; indent: number; mark: string; text: string; numbered: boolean }
  /** A line that begins in bold. */
  | { kind: 'lead'; text: string; indented: boolean }
  | { kind: 'text'; text: string; indented: boolean };

/** Headings narrower than this name a subject; those of news say what happened. See `widthOf`. */
export const headlineWidth = 16;

/** Headings in plain text are no wider. */
const subjectWidth = 40;

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
  /^(\s*)(?:([*+•‣▪◦○◎△▲▸►➤·-])|(\d{1,3}[.)]|\d\uFE0F?\u20E3|🔟|[①-⑳]|[一二三四五六七八九十]{1,3}、))(?:(?<!(?!、)\p{P}|[•‣▪◦○◎△▲▸►➤])\s*|\s+)(\S.*)$/u;
const rule = /^\s*(?:[-*_=─━]\s*){3,}$/;
const boldLead = /^(?:\*\*[^*].*\*\*|__[^_].*__)/;
/** `**1) Headline**`, and nothing else. */
const countedLead = /^\*\*\s*(?:\d{1,2}[.)]|[①-⑳])\s*([^*]+)\*\*$/u;
/** `Headline (4 minute read)`. */
const timedHeadline = /^(\S.{7,140}?)\s*\(\d{1,3}[- ]?min(?:ute)?s?(?: read)?\)$/iu;
export const timedMark = 'minutes';
const tableRow = /^\|(.+)\|$/;
const emojiMark = /^((?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?)+)\s*(\S.*)$/u;
const slackLink = /<(https?:\/\/[^|>\s]+)\|([^>\n]+)>/g;
const slackBold =
  /^(\s*(?:[•‣▪◦-]|\d+[.)])\s+)[*_](?![*_\s])([^*\n]{1,120}?)(?<![*_\s])[*_](?=\s*(?:[—–:：|→]|-\s))/u;

/** `Emma Park  9:02 AM`, `박서연 오전 9:02`: who wrote what follows, in a chat that was copied. */
const speaker = /^[^\s:*#|\d][^:*#|\d]{0,40}?\s+\[?(?:(?:오전|오후)\s?)?\d{1,2}:\d{2}(?:\s?[AP]M)?\]?$/iu;
/** What a chat shows below a message: its emoji, and how it was answered. */
const chatReactions =
  /^(?:(?::[\w+-]+:\s*\d+\s*)+|\d+ repl(?:y|ies)(?:\s+last reply.{0,40})?|last reply .{1,40}|view thread|(?:답글|댓글) ?\d+ ?개?|\d+개의 ?(?:답글|댓글).{0,30}|마지막 (?:답글|댓글).{1,30}|스레드 보기)$/iu;

/** The lines of a document, in order. Emoji that begin three headlines or more mark entries, as `•` does. */
export function roundupLines(text: string): RoundupLine[] {
  const written = withoutFootnotes(withoutCode(text.replace(/\r\n?/g, '\n').split('\n')));
  const lines = markedBlocks(written.map(withoutQuotation)).map(withoutTaskBox);
  const rows = markedRows(lines);
  const emoji = emojiShapes(lines);
  let titled = false;
  return lines.map((raw, at) => {
    const line = roundupLine(rows.has(at) ? raw.replace(sectionMark, '• ') : raw, emoji.get(at), titled);
    if (line.kind !== 'blank' && line.kind !== 'rule' && line.kind !== 'image') titled = true;
    return line;
  });
}

/** `▶ 소식` heads a section, but one right below the other they are entries; and so are three with nothing but blanks between. */
function markedRows(lines: readonly string[]): Set<number> {
  const rows = new Set<number>();
  let run: number[] = [];
  for (const [at, line] of [...lines.entries(), [lines.length, '.'] as const]) {
    if (line.trim() === '') continue;
    const mark = listMark(line);
    const before = run.at(-1);
    if (mark !== '' && before !== undefined && mark === listMark(lines[before])) {
      run.push(at);
      continue;
    }
    const isClose = run.some((each, index) => index > 0 && each === (run[index - 1] ?? 0) + 1);
    // A subject in one word is a heading among headlines.
    const headlines = run.filter((each) => widthOf(lines[each] ?? '') >= headlineWidth);
    if (isClose || headlines.length >= 3) for (const each of isClose ? run : headlines) rows.add(each);
    run = mark === '' ? [] : [at];
  }
  return rows;
}

function listMark(line = ''): string {
  return sectionMark.exec(line.trim())?.[1] ?? '';
}

function roundupLine(raw: string, emoji: EmojiShape | undefined, titled: boolean): RoundupLine {
  if (raw.trim() === '' || chatReactions.test(raw.trim())) return { kind: 'blank' };
  if (speaker.test(raw.trim())) return { kind: 'rule' };
  const line = withoutImages(raw).replace(slackLink, '[$2]($1)').replace(slackBold, '$1**$2**').trimEnd();
  if (line.trim() === '') return { kind: 'image' };
  if (rule.test(line)) return { kind: 'rule' };
  const head = heading.exec(line);
  if (head) return { kind: 'heading', level: head[1]?.length ?? 0, text: head[2] ?? '', plain: false };
  const [, marked, corners, brackets, angles] = (titled && plainHeading.exec(line.trim())) || [];
  const plain =
    marked ??
    corners ??
    brackets ??
    angles ??
    (titled && (emoji === 'heading' || (capitals.test(line.trim()) && statedDate(line) === ''))
      ? line.trim()
      : undefined);
  if (plain !== undefined) return { kind: 'heading', level: plainLevel, text: plain, plain: true };
  const row = tableRow.exec(line.trim());
  if (row) return { kind: 'row', cells: row[1] ?? '' };
  const entry = bullet.exec(line);
  if (entry) {
    const [, indent = '', mark = '1.', number, words = ''] = entry;
    return { kind: 'entry', indent: indent.length, mark, text: words, numbered: number !== undefined };
  }
  const [, mark = '', words = ''] = emojiMark.exec(line) ?? [];
  if (emoji === 'entry') return { kind: 'entry', indent: 0, mark, text: words, numbered: true };
  const counted = countedLead.exec(line.trim())?.[1];
  if (counted !== undefined)
    return { kind: 'entry', indent: 0, mark: '1.', text: `**${counted}**`, numbered: true };
  const timed = timedHeadline.exec(line.trim())?.[1];
  if (timed !== undefined)
    return { kind: 'entry', indent: 0, mark: timedMark, text: `**${timed}**`, numbered: true };
  const indented = /^\s{2,}/.test(line);
  return { kind: boldLead.test(line) ? 'lead' : 'text', text: line.trim(), indented };
}

/** What an emoji begins. */
type EmojiShape = 'entry' | 'heading';

/**
 * What lines are that begin with an emoji. Entries: where one emoji begins three of them, or different ones three
 * headlines; one that begins links (`🔗 https://…`) marks none. Headings: where lists stand below two or more.
 */
function emojiShapes(lines: readonly string[]): Map<number, EmojiShape> {
  const marks = lines.map((line) => emojiMark.exec(line)?.[1] ?? '');
  const words = lines.map((line) => emojiMark.exec(line)?.[2] ?? '');
  const candidates = [...lines.keys()].filter((at) => {
    // Right below a line with a mark of its own stands what it tells.
    const above = marks[at - 1] ?? '';
    const isBelow = (above !== '' && above !== marks[at]) || bullet.test(lines[at - 1] ?? '');
    const isTold = isBelow && !boldLead.test(words[at] ?? '');
    return marks[at] !== '' && !isTold && !/^(?:\[[^\]]*\]\(|[[(<]?)https?:/.test(words[at] ?? '');
  });
  const times = (mark: string) => candidates.filter((at) => marks[at] === mark).length;
  const repeated = new Set(marks.filter((mark) => mark !== '' && times(mark) >= 3));
  const others = candidates.filter((at) => !repeated.has(marks[at] ?? ''));
  const below = (at: number) => lines.slice(at + 1).find((line) => line.trim() !== '') ?? '';
  const headings = others.filter((at) => bullet.test(below(at)) && isSubject(words[at] ?? ''));
  const headlines = others.filter(
    (at) => !bullet.test(below(at)) && !heading.test(below(at)) && widthOf(words[at] ?? '') >= headlineWidth,
  );
  return new Map<number, EmojiShape>([
    ...[...lines.keys()].flatMap((at) => (repeated.has(marks[at] ?? '') ? [[at, 'entry'] as const] : [])),
    ...(headlines.length >= 3 ? headlines : []).map((at) => [at, 'entry'] as const),
    ...(headings.length >= 2 ? headings : []).map((at) => [at, 'heading'] as const),
  ]);
}

/** Short, and no sentence. */
function isSubject(words: string): boolean {
  return widthOf(words) <= subjectWidth && !/[.!?。:：…]$/u.test(words);
}
