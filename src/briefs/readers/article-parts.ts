import { plainLine, plainText } from '../plain-text.ts';
import { isAfterword, isFurniture } from './boilerplate.ts';
import { detectLanguage } from './detect-language.ts';
import {
  firstAddress,
  markdownText,
  withoutCode,
  withoutFootnotes,
  withoutQuotation,
  withoutTaskBox,
} from './markdown-text.ts';
import { shorten } from './shorten.ts';
import { splitSentences } from './split-sentences.ts';
import { statedDate } from './stated-date.ts';
import { widthOf } from './text-width.ts';

/** An article without the page around it. */
export interface ArticleParts {
  title: string;
  /** As stated in a line of its own; '' where there is none. */
  author: string;
  /** Who published it, or the source it names; '' where there is none. */
  outlet: string;
  url: string;
  /** `YYYY-MM-DD`; '' where none is stated. */
  datePublished: string;
  /** Running text, in order. */
  paragraphs: string[];
  /** Entries of the article's own lists, in order. */
  points: string[];
  /** What the title, the paragraphs and the points were before cleaning, by what they became. */
  written: Map<string, string>;
}

const addressLine =
  /^(?:[-*>\s]*)(?:\**(?:url|link|source(?: url)?|original|원문(?: url| 링크)?|출처|canonical)\**\s*[:：]\s*\**\s*)?<?(https?:\/\/[^\s>]+)>?\s*$/iu;
const authorLine =
  /^(?:\**(?:author|by|written by|von|autor|par|por|글|작성자|저자|기자(?:명)?|著者|作者|记者|記者|執筆|文)\**\s*[:：]|\**(?:by|von|par|글)\s)\s*\**\s*(\S.{0,60}?)\**$/iu;
/** `홍길동 기자 gildong@…`, `[서울=하버뉴스] 홍길동 기자 =`: a reporter's line of its own. */
const reporterLine =
  /^(?:[[(][^\])]{1,30}[\])]\s*)?(\p{Script=Hangul}{2,4})\s?(?:선임|수석|전문|객원)?\s?기자(?:\s*[=/|·]?\s*[(<]?\S+@\S+[)>]?)?\s*=?$/u;
const dateLine =
  /^\**(?:published(?: on)?|date|posted(?: on)?|updated(?: on)?|veröffentlicht(?: am)?|stand|publié le|발행일|게시일|작성일|입력|승인|수정|최종 ?수정|등록|날짜|发布(?:时间)?|時間|公開日)\**\s*[:：]?\s*(.{6,60})$/iu;
const sourceLine =
  /^(?:[^\p{L}\p{N}\s]{1,3}\s*)?(?:source|quelle|출처|来源|來源|出典)\s*[:：]\s*([^(（\n]{2,60}?)\s*(?:[(（](.+)[)）])?$/iu;
const editorOf =
  /(?:[Ee]ditor(?:-in-[Cc]hief)?|[Rr]edakteur(?:in)?|[Cc]hefredakteur(?:in)?|[Rr]eporter|[Jj]ournalist(?:in)?)\s+(?:of|at|for|von|bei|der|des)\s+((?:\p{Lu}[\p{L}\p{N}&.-]*\s?){1,4})/u;
const copyright =
  /^[<[(]?(?:저작권자?\s*)?(?:©|ⓒ|\([Cc]\)|Copyright)\s*(?:(?:©|ⓒ|\([Cc]\))\s*)?(?:\d{4}(?:[-–]\d{2,4})?)?[\s,]*((?:[\p{Lu}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{L}\p{N}&-]*(?:\.(?=\p{L}))?\s?){1,4})/mu;
const dateline =
  /^(?:on\s+|am\s+)?(\p{L}{3,9}\.?\s+\d{1,2},\s+\d{4}|\d{1,2}\.?\s+\p{L}{3,9}\s+\d{4}|\d{4}년\s*\d{1,2}월\s*\d{1,2}일|\d{4}-\d{2}-\d{2})[,\s–—:(-]/iu;
/** `[하버뉴스=김서연 기자] `, `【港口报综合报道】`: who reports, before the first words. */
const wire =
  /^(?:\[[^\]]{1,30}(?:기자|특파원|=)[^\]]{0,10}\]|\([^)]{1,20}=[^)]{1,20}\)|【[^】]{1,20}(?:报道|報道|讯|訊|電)】)\s*(?:\p{Script=Hangul}{2,4} 기자\s*=\s*)?/u;
/** `A. ` before an answer in a Korean interview, `3/ ` before a part of a thread. */
const turn =
  /^(?:[QA문답]\s?[.:：]\s*(?=\p{Script=Hangul})|\d{1,2}\/(?:\d{1,2}|n)?\s+(?=\p{Lu}|\p{Script=Hangul}))/u;
const listed = /^\s*(?:[*+•‣▪◦·-]|\d{1,2}[.)])\s+(.*)$/u;

/** Takes running text or Markdown apart: what is title, what is said about it, and what is the article. */
export function articleParts(text: string): ArticleParts {
  const raws = new Map<string, string>();
  for (const raw of text.split(/\r\n?|[\n\u2028\u2029]/)) {
    const clean = plainText(raw);
    if (clean === raw && !/\]\(|<(?:a\s|https?:)/i.test(raw)) continue;
    for (const line of clean.split('\n')) raws.set(line, `${raws.get(line) ?? ''}${raw}\n`);
  }
  const lines = withoutFootnotes(withoutCode(plainText(text).split('\n')));
  const parts: ArticleParts = {
    title: '',
    author: '',
    outlet: '',
    url: '',
    datePublished: '',
    paragraphs: [],
    points: [],
    written: new Map(),
  };
  // A line of two dates reads like two sentences.
  const begins = lines.findIndex(
    (line) => isParagraph(line.trim()) && !isFurniture(line) && !takeStatements({ ...parts }, line.trim()),
  );
  // Above the text such a line is only a button of the page: “Comments (3)”.
  const end = lines.findIndex((line, index) => index > Math.max(2, begins) && isAfterword(line));
  const rest = end === -1 ? [] : lines.slice(end);
  const body: BodyLine[] = [];
  for (const line of end === -1 ? lines : lines.slice(0, end)) {
    const level = /^(#{1,6})\s/.exec(line)?.[1]?.length ?? 0;
    if (line.trim() === '' || /^\s*(?:[-*_=]\s*){3,}$/.test(line) || isFurniture(line) || isAfterword(line))
      continue;
    if (/^\s*\|.*\|\s*$/.test(line) || takeStatements(parts, line.trim())) continue;
    const point = listed.exec(withoutTaskBox(line));
    const words = markdownText(
      level > 0 ? line.replace(/^#+\s+/, '') : (point?.[1] ?? withoutQuotation(line).replace(turn, '')),
    );
    const raw = raws.get(line);
    if (raw !== undefined) parts.written.set(words, raw);
    if (words !== '') body.push({ words, point: point !== null && level === 0, level });
  }
  const titleAt = titleIndex(body);
  parts.title = plainLine(body[titleAt]?.words ?? '') || firstSentence(body);
  // What stands above the title is the page's, unless it is running text.
  const told = body.filter(({ words }, index) => index > titleAt || (index < titleAt && isParagraph(words)));
  const known = new Set<string>();
  for (const { words: written, point, level } of told) {
    const words = written.replace(wire, '');
    const raw = parts.written.get(written);
    if (raw !== undefined) parts.written.set(words, raw);
    if (point) parts.points.push(words);
    else if (level === 0 && isRunningText(words) && !known.has(words)) {
      known.add(words);
      parts.paragraphs.push(words);
    }
  }
  parts.datePublished ||= statedDate(dateline.exec(parts.paragraphs[0] ?? '')?.[1] ?? '');
  parts.outlet ||=
    outletIn(rest.join('\n')) ||
    outletIn(lines.slice(-8).join('\n')) ||
    outletName(copyright.exec(lines.slice(begins).join('\n'))?.[1]);
  return parts;
}

const clock = /^(?:at |um )?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,5}| Uhr)?$/iu;
/** Where one line states several things: `2026年3月12日 来源：港口报 作者：小编`, `Ida Berg | March 12, 2026`. */
const between =
  /\s*[|｜·•]\s*|\s{2,}|\s(?=(?:来源|來源|作者|出典|著者|입력|승인|수정|기자명)\s*[:：]?\s*\S)|\s(?=by \p{Lu})|\s+(?=(?:leave a comment|\d+ comments?|lesezeit|reading time)\b)/giu;
/** The whole line in italics or bold. */
const emphasised = /^([*_])(?![*_\s])(.+[^*_\s])\1$/u;
/** `来源：港口报`. */
const labelled = /^[\p{L} ]{1,12}[:：]\s*\S/u;
/** `Ida Berg, Mar. 12th, 2026`. */
const named = /^(\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3}),\s+(.{6,40})$/u;

/** Takes a line that states one thing about the article, or several; false when the line is of another kind. */
function takeStatements(parts: ArticleParts, written: string): boolean {
  const line = written.replace(emphasised, '$2');
  const pieces = line.length > 140 ? [] : line.split(between).filter((piece) => piece.trim() !== '');
  const taken = { ...parts };
  const areStatements =
    pieces.length > 1 &&
    (pieces.some((piece) => statedDate(piece) !== '') || pieces.every((piece) => labelled.test(piece))) &&
    pieces.every(
      (piece) =>
        clock.test(piece) || isFurniture(piece) || isAfterword(piece) || takeStatement(taken, piece.trim()),
    );
  if (areStatements) Object.assign(parts, taken);
  return areStatements || takeStatement(parts, line);
}

/** Takes a line that states something about the article; false when the line is of another kind. */
function takeStatement(parts: ArticleParts, line: string): boolean {
  const own = addressLine.exec(line);
  if (own) {
    parts.url ||= own[1] ?? '';
    return true;
  }
  const source = sourceLine.exec(line);
  if (source) {
    parts.url ||= firstAddress(line);
    parts.outlet ||= markdownText(source[1] ?? '');
    parts.datePublished ||= statedDate(source[2] ?? '');
    return true;
  }
  const dated = dateLine.exec(line);
  if (dated && statedDate(dated[1] ?? '') !== '') {
    parts.datePublished ||= statedDate(dated[1] ?? '');
    return true;
  }
  const byline = authorLine.exec(line);
  if (byline && !/[.!?。]$/.test(line)) {
    // The mark that begins a bold name was taken with the line's beginning.
    const words = markdownText(byline[1] ?? '').replaceAll('*', '');
    parts.author ||= words.replace(/\s*(?:[|·,(]|\d{4}[-.年]).*$/u, '');
    parts.outlet ||= bylineOutlet(words);
    parts.datePublished ||= statedDate(line);
    return true;
  }
  const reporter = reporterLine.exec(line);
  if (reporter) {
    parts.author ||= reporter[1] ?? '';
    return true;
  }
  const [, name = '', day = ''] = named.exec(line) ?? [];
  if (name !== '' && statedDate(day) !== '') {
    parts.author ||= name;
    parts.datePublished ||= statedDate(day);
    return true;
  }
  if (line.length <= 40 && parts.datePublished === '' && statedDate(line) !== '') {
    parts.datePublished = statedDate(line);
    return true;
  }
  return false;
}

/** `Ida Berg, Port Gazette`: for whom somebody writes, behind the name; '' where nothing or another thing stands there. */
function bylineOutlet(words: string): string {
  const behind =
    /^[^,|·(]{3,40}[,|·(]\s*((?:\p{Lu}[\p{L}\p{N}.&'’-]*\s?){1,4})\)?$/u.exec(words)?.[1]?.trim() ?? '';
  return inByline.test(behind) || statedDate(behind) !== '' ? '' : behind;
}

/** What else stands behind a name: an office, a title, a place in the house, a day. */
const inByline =
  /\b(?:staff|writer|reporter|editor|contributor|correspondent|columnist|author|journalist|chief|director|analyst|producer|freelance|special|guest|senior|ph\.?d|m\.?d|jr|sr|[ap]\.?m|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/iu;

/** What stands for a headline over text that has none: its first sentence. */
function firstSentence(body: BodyLine[]): string {
  const [first, ...others] = body.filter(({ words, point }) => !point && isRunningText(words));
  return first && others.length > 0
    ? shorten(splitSentences(first.words, detectLanguage(first.words))[0] ?? '', 120)
    : '';
}

/** A line of an article as it is put together; `level` is 0 where it is no heading. */
interface BodyLine {
  words: string;
  point: boolean;
  level: number;
}

/** What articles call their parts; no article is called so. */
const partLabel =
  /^(?:tl;?\s?dr|(?:executive |quick |short )?summary|(?:key|main) (?:numbers?|points?|takeaways?|facts?|figures?|findings?|highlights?)|(?:the )?(?:takeaways?|highlights?|key|bottom line|big picture|details?|numbers|news|context|background|backstory)|overview|intro(?:duction)?|abstract|contents|table of contents|in (?:brief|short|this (?:article|post|story))|at a glance|what(?: has)? happened|what to know|why (?:it|this) matters|conclusion|fazit|zusammenfassung|überblick|einleitung|hintergrund|das wichtigste(?: in kürze)?|auf einen blick|inhalt|résumé|en bref|l['’]essentiel|introduction|contexte|(?:핵심|주요|한 ?줄|[세3] ?줄|전체)? ?(?:요약|정리)|(?:핵심|주요) ?(?:숫자|수치|내용|포인트|사항)|개요|목차|서론|배경|들어가며|본문|결론|무슨 일(?:이야|인가요?)?|왜 중요한가요?|要約|まとめ|概要|背景|ポイント|摘要|要点|总结|概述|导读|目录)$/iu;

function isPartLabel(words: string): boolean {
  return partLabel.test(words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
}

/**
 * The line that reads most like a headline: a heading, if it is not one of several over the parts; else, before the first
 * paragraph, a line longer than the name of a site that is no sentence; else one longer than a label; else the last label.
 * -1 where the text begins at once.
 */
function titleIndex(body: BodyLine[]): number {
  const head = body.slice(0, 8).map((line, index) => ({ ...line, index }));
  const headings = head.slice(0, 6).filter(({ level }) => level > 0);
  const marked = headings.find(({ words }) => !isPartLabel(words));
  if (marked?.level === 1) return marked.index;
  const first = head.findIndex(({ words }) => isParagraph(words));
  const begins = first === -1 ? head.length : first;
  const lines = head.filter(
    ({ words, point, level }) => !point && level === 0 && words.length <= 250 && !isPartLabel(words),
  );
  const above = lines.filter(({ index }) => index < begins);
  const headline = above.find(({ words }) => widthOf(words) >= siteWidth && !/[.。!:,]$/u.test(words));
  const plain = headline && headline.index < (headings[0]?.index ?? head.length) ? headline : undefined;
  if (marked) {
    const isOne = body.filter(({ level }) => level === marked.level).length === 1;
    const isFirst = marked === headings[0] && marked.index < begins;
    if (!plain && (isOne || marked.index < begins)) return marked.index;
    if (plain && isOne && isFirst && widthOf(marked.words) >= widthOf(plain.words)) return marked.index;
  }
  const found = plain ?? headline ?? above.find(({ words }) => widthOf(words) >= labelWidth) ?? above.at(-1);
  if (found) return found.index;
  // A sentence is no headline.
  return lines.find(({ words }) => !isRunningText(words) && !/[.。]$/u.test(words))?.index ?? -1;
}

/** Names of sections, and of sites, are narrower than these, in letters; a wide one counts as two. */
const labelWidth = 16;
const siteWidth = 24;

/** Two sentences, or one that is longer than any headline. */
function isParagraph(words: string): boolean {
  return isRunningText(words) && (/[.!?。！？]["”’)]?\s*\S/u.test(words.slice(20)) || widthOf(words) > 160);
}

/** Sentences, as against a sub-heading, a question that heads an answer, a caption or a label. */
function isRunningText(words: string): boolean {
  const wide = widthOf(words) > words.length;
  // No heading ends as a Korean, Japanese or Chinese sentence does.
  const least = /(?:[다요죠]\.|。)["”’」)]?$/u.test(words) ? 14 : wide ? 25 : 60;
  if (words.length < least) return false;
  return /[.!。！…"”’)]$/u.test(words) || /[.!?。！？]["”’)]?\s/u.test(words);
}

function outletIn(text: string): string {
  return outletName(editorOf.exec(text)?.[1] ?? copyright.exec(text)?.[1]);
}

function outletName(words = ''): string {
  return plainLine(words).replace(
    /\s+(?:und|and|ist|is)$|[\s,]*(?:무단|無断|禁無断|版权所有|all rights?\b|alle rechte).*$/iu,
    '',
  );
}
