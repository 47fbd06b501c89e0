import { isFurniture } from './boilerplate.ts';
import { detailedSections } from './detailed-sections.ts';
import { firstAddress, markdownText } from './markdown-text.ts';
import { headlineWidth, type RoundupLine, roundupLines, timedMark } from './roundup-lines.ts';
import { isPrefaceLine } from './roundup-preface.ts';
import { widthOf } from './text-width.ts';

/** A roundup's parts as Markdown, before any item is read. */
export interface RoundupOutline {
  title: string;
  /** Lines between the title and the first section. */
  preface: string[];
  sections: RoundupSection[];
}

export interface RoundupSection {
  /** The heading without marks and emoji; '' for items that stand under none. */
  label: string;
  /** As it is written. */
  heading: string;
  level: number;
  /** The Markdown of each item, its lines kept apart. */
  items: string[];
  /** One of the items is counted. */
  numbered: boolean;
  /** Text that belongs to no item. */
  paragraphs: string[];
  /** Those of the items that stand below a rule: more news, or closing notes. */
  afterRule: Set<string>;
  /** Characters of items that stood apart from their headline, as the text of an article does. */
  apart: number;
}

/** What is being put together. */
interface Building {
  outline: RoundupOutline;
  section: RoundupSection | null;
  /** The next line goes on with the last item. */
  openItem: boolean;
  baseIndent: number;
  /** What the items of the section begin with. */
  baseMark: string;
  inTable: boolean;
  /** Text since the last numbered entry, which is its own where another numbered one follows. */
  pending: string[];
  numbered: boolean;
  /** The longest text that a numbered entry has had below it, in lines. */
  below: number;
  ruled: boolean;
}

/** Takes a Markdown document or plain text apart into title, preface and sections with their items. */
export function outlineRoundup(text: string): RoundupOutline {
  const building: Building = {
    outline: { title: '', preface: [], sections: [] },
    section: null,
    openItem: false,
    baseIndent: 0,
    baseMark: '',
    inTable: false,
    pending: [],
    numbered: false,
    below: 0,
    ruled: false,
  };
  for (const line of roundupLines(text)) {
    if (line.kind !== 'row') building.inTable = false;
    takeLine(building, line);
  }
  settlePending(building, false);
  const { outline } = building;
  return {
    ...outline,
    sections: withHeadlineSections(outline.title, outline.sections.flatMap(labelledLists)),
  };
}

function takeLine(building: Building, line: RoundupLine): void {
  const { outline, section } = building;
  if (line.kind === 'image') return;
  if (line.kind === 'blank' || line.kind === 'rule') {
    building.openItem = false;
    if (line.kind === 'rule') {
      settlePending(building, false);
      building.ruled = true;
    }
    return;
  }
  if (line.kind === 'heading') {
    if (!line.plain && line.level === 1 && outline.title === '' && !section)
      outline.title = markdownText(line.text);
    else openSection(building, line.text, line.level);
    return;
  }
  if (!section && outline.title === '') {
    outline.title = markdownText(line.kind === 'row' ? line.cells : line.text);
    return;
  }
  const words = line.kind === 'row' ? line.cells : line.text;
  const isItem = line.kind === 'lead' && leadItem.test(line.text);
  if (!section && !isItem && (line.kind === 'text' || line.kind === 'lead' || isPrefaceLine(words))) {
    outline.preface.push(words);
    return;
  }
  const open = section ?? openSection(building, '', 1);
  if (line.kind === 'row') takeRow(building, open, line.cells);
  else takeText(building, open, line);
}

function openSection(building: Building, heading: string, level: number): RoundupSection {
  settlePending(building, false);
  const section = sectionOf(heading, level);
  building.outline.sections.push(section);
  Object.assign(building, { section, openItem: false, numbered: false, below: 0, ruled: false });
  return section;
}

function sectionOf(heading: string, level: number): RoundupSection {
  return {
    ...{ label: sectionLabel(heading), heading, level },
    ...{ items: [], numbered: false, paragraphs: [], afterRule: new Set(), apart: 0 },
  };
}

function takeRow(building: Building, open: RoundupSection, cells: string): void {
  // The first row of a table names its columns, the second is a rule.
  const item = building.inTable ? tableItem(cells) : null;
  if (item) open.items.push(item);
  building.inTable = true;
  building.openItem = false;
}

function takeText(
  building: Building,
  open: RoundupSection,
  line: Extract<RoundupLine, { kind: 'entry' | 'lead' | 'text' }>,
): void {
  const isEntry = line.kind === 'entry';
  // `312 points by orrin 6 hours ago`
  if (!isEntry && isFurniture(line.text)) return;
  const begins = isEntry && (open.items.length === 0 || line.indent <= building.baseIndent + 1);
  const isDetail =
    begins &&
    !line.numbered &&
    (building.numbered || (outlineMark.test(building.baseMark) && line.mark !== building.baseMark)) &&
    building.openItem &&
    !isAnother(line.text, open.items.at(-1));
  if ((begins && !isDetail) || line.kind === 'lead') {
    settlePending(building, isEntry && line.numbered);
    if (isEntry) Object.assign(building, { baseIndent: line.indent, baseMark: line.mark });
    building.numbered = isEntry && line.numbered;
    open.numbered ||= building.numbered;
    building.openItem = true;
    open.items.push(line.text);
    if (building.ruled) open.afterRule.add(line.text);
    return;
  }
  const goesOn = building.openItem || isEntry || line.indented;
  const last = open.items.at(-1);
  if (last !== undefined && goesOn && building.pending.length === 0) {
    // A line that was broken to fit goes on with its sentence.
    const isBroken = !isEntry && line.indented && building.openItem && !/^(?:\*\*|\[|__)/.test(last);
    const joint = isBroken ? ' ' : isEntry ? '\n- ' : '\n';
    open.items[open.items.length - 1] = `${last}${joint}${line.text}`;
  } else if (last !== undefined && building.numbered) building.pending.push(line.text);
  else if (!building.ruled || !closingNote.test(line.text)) open.paragraphs.push(line.text);
}

/** `**A headline of several words** and what it tells`: an item, also where no section was opened. */
const leadItem = /^\*\*[^*]{12,}[^*:：]\*\*[\s—–-]*[^\s*:：].{19,}/u;

/** What begins the upper entries of an outline, as Korean papers write it: `○ …` over `- …`. */
const outlineMark = /^[○◎▪▸►➤△▲]$/u;

/** Whether an entry has a headline of its own, below one that has said what it tells: `**Why:** …` says what a detail is about. */
function isAnother(text: string, last = ''): boolean {
  const headed = /^\*\*[^*]+[^*:：]\*\*(?!\s*[:：])\s*\S/u;
  return headed.test(text) && headed.test(last);
}

/** Text that stands apart below a numbered entry is its text where another one follows, and below the last as below the others. */
function settlePending(building: Building, anotherFollows: boolean): void {
  const { section, pending } = building;
  building.pending = [];
  if (!section || pending.length === 0) return;
  // Nothing but news says how long it takes to read.
  const isTimed = building.baseMark === timedMark;
  const own = anotherFollows
    ? pending.length
    : Math.min(Math.max(building.below, isTimed ? 1 : 0), pending.length);
  building.below = Math.max(building.below, own);
  const last = section.items.at(-1);
  if (last !== undefined) {
    const told = pending.slice(0, own).join('\n');
    section.items[section.items.length - 1] = `${last}\n${told}`;
    if (!isTimed && !/https?:\/\//.test(told)) section.apart += told.length;
  }
  section.paragraphs.push(...pending.slice(own));
}

const cellLink = /^\[[^\]]{1,20}\]\(https?:[^)\s]+\)$/;

/** A row as an item: its first cell of words is the headline, the others what is told; null for the rule below the columns. */
function tableItem(row: string): string | null {
  const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
  if (/^:?-+:?$/.test(cells[0] ?? '') || cells.length === 1) return null;
  const told = cells.filter((cell) => cell !== '' && cell !== '-' && !cellLink.test(cell));
  const links = cells.filter((cell) => cellLink.test(cell));
  // A number or a day counts the row, and is no headline.
  const at = told.findIndex((cell) => /\p{L}/u.test(cell.replace(/\d+\s*[월일년]/gu, '')));
  const [first = '', ...others] = told.slice(Math.max(at, 0));
  const text = others.length > 0 ? `**${first.replaceAll('**', '')}** — ${others.join(' · ')}` : first;
  return [text, ...links].join(' ');
}

const labelledList = /^\*\*([^*\n]{2,40}?)[:：]?\*\*[:：]?((?:\n- .{20,})+)$/u;

/** Under no heading, a list whose every entry is a bold label over a list of its own is several sections, unless it counts its entries. */
function labelledLists(section: RoundupSection): RoundupSection[] {
  const lists = section.items.map((item) => labelledList.exec(item));
  if (section.label !== '' || section.numbered || lists.length < 2 || lists.includes(null)) return [section];
  return lists.map((list, index) => ({
    ...section,
    label: sectionLabel(list?.[1] ?? ''),
    items: (list?.[2] ?? '').split('\n- ').filter((item) => item !== ''),
    paragraphs: index === 0 ? section.paragraphs : [],
  }));
}

/** Characters an item told in a paragraph of its own may have; more is a chapter of an article. */
const itemLimit = 600;
/** Chapters of an article seldom end with the way to another page; the news of a letter do. */
const endsWithLink = /(?:\[[^\]]+\]\(https?:[^)\s]+\)|https?:\/\/\S+)[)\].]*\s*$/;

/** What the maker says of the document, below its last rule. */
export const closingNote =
  /자동(?:으로)? ?(?:생성|요약|번역|작성)|읽어 ?주셔서|구독|수신 ?거부|문의|의견(?:은|을)|제외되었습니다|(?:automatically|auto-?|machine-?)\s?(?:generated|summari[sz]ed|translated)|thanks for reading|unsubscribe|subscribe|feedback|(?:generated|summari[sz]ed) (?:by|with|using)|^(?:would you like|let me know|feel free)\b|궁금한 점|말씀해 ?주|알려 ?주세요|도움이 되(?:셨|었)/iu;

/** What letters of several news call themselves. */
export const ofSeveral =
  /\b(?:weekly|daily|digest|round-?up|briefing|news(?:letter)?|headlines|links|nachrichten|wochenrückblick)\b|뉴스|브리핑|소식|동향|다이제스트|速报|速報|早报|日报|周报|快讯|要闻|ニュース/iu;
/** Where items are sub-headings with a short paragraph or a few details each, they become items of the section above. */
function withHeadlineSections(title: string, outlined: RoundupSection[]): RoundupSection[] {
  const sections: RoundupSection[] = [];
  const short = outlined.filter(isToldShortly);
  const areAllNews =
    ofSeveral.test(title) &&
    short.length === outlined.length &&
    short.every(({ label }) => widthOf(label) >= headlineWidth);
  const news = areAllNews
    ? short
    : short.filter(({ paragraphs }) => endsWithLink.test(paragraphs.join('\n')));
  const detailed = detailedSections(outlined);
  for (const section of outlined) {
    const isNews = (news.length >= 3 && news.includes(section)) || detailed.has(section);
    const parent =
      sections.findLast((earlier) => earlier.level < section.level && !detailed.has(earlier)) ??
      (isNews ? unlabelled(sections) : undefined);
    if (parent && detailed.has(section))
      parent.items.push([`**${withLink(section)}**`, ...section.items.map((item) => `- ${item}`)].join('\n'));
    else if (parent && isToldShortly(section))
      parent.items.push(`**${withLink(section)}** — ${section.paragraphs.join(' ')}`);
    else sections.push(section);
  }
  return sections;
}

/** A heading that leads somewhere is the item's own address. */
function withLink({ heading, label }: RoundupSection): string {
  const address = firstAddress(heading);
  return address === '' ? label : `[${label}](${address})`;
}

function isToldShortly({ items, paragraphs }: RoundupSection): boolean {
  const text = paragraphs.join(' ');
  return items.length === 0 && text !== '' && text.length <= itemLimit;
}

/** The section of items under no heading, made where there is none. */
function unlabelled(sections: RoundupSection[]): RoundupSection {
  const known = sections.find(({ label, level }) => label === '' && level === 0);
  if (known) return known;
  const made = sectionOf('', 0);
  sections.push(made);
  return made;
}

/** Quotation marks and brackets stay: a heading may be a headline. */
function sectionLabel(markdown: string): string {
  return markdownText(markdown)
    .replace(/^\d{1,2}(?:[.)]\s+|\uFE0F?\u20E3\s*)/u, '')
    .replace(/^[^\p{L}\p{N}"'“‘「『<(]+|[^\p{L}\p{N})\]"'”’」』>?!%]+$/gu, '')
    .trim();
}
