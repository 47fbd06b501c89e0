import { markdownText, withoutImages } from './markdown-text.ts';
import { isPrefaceLine } from './roundup-preface.ts';

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
  level: number;
  /** The Markdown of each item, its lines kept apart. */
  items: string[];
  /** Text that belongs to no item. */
  paragraphs: string[];
}

const heading = /^(#{1,6})\s+(.*?)\s*#*$/;
/** `■ 커머스`, `[광고]`, `【제품】`: how plain text writes a heading. */
const plainHeading = /^(?:[■□◆◇▶▷●★☆✔]+\s*(\S.{0,40}?)|【([^】]{1,40})】|\[([^\]]{1,30})\])$/u;
const bullet = /^([\s]*)(?:[*+•‣▪◦·-]|\d{1,3}[.)])\s+(.*)$/u;
const rule = /^\s*(?:[-*_]\s*){3,}$/;
const boldLead = /^\*\*[^*].*\*\*/;
const tableRow = /^\|(.+)\|$/;
/** Level of a heading in plain text: below a title, above a sub-heading. */
const plainLevel = 3;

/** Takes a Markdown document or plain text apart into title, preface and sections with their items. */
export function outlineRoundup(text: string): RoundupOutline {
  const outline: RoundupOutline = { title: '', preface: [], sections: [] };
  let section: RoundupSection | null = null;
  let openItem = false;
  let baseIndent = 0;
  let inTable = false;

  function openSection(label: string, level: number): RoundupSection {
    section = { label, level, items: [], paragraphs: [] };
    outline.sections.push(section);
    openItem = false;
    return section;
  }

  for (const raw of text.replace(/\r\n?/g, '\n').split('\n')) {
    const line = withoutImages(raw).trimEnd();
    const row = tableRow.exec(line.trim());
    if (line.trim() === '') {
      if (raw.trim() === '') openItem = false;
      inTable = false;
      continue;
    }
    if (rule.test(line)) {
      openItem = false;
      continue;
    }
    const head = heading.exec(line);
    const level = head?.[1]?.length ?? 0;
    if (head && level === 1 && outline.title === '' && !section) {
      outline.title = markdownText(head[2] ?? '');
      continue;
    }
    const plain = outline.title === '' ? null : plainHeading.exec(line.trim());
    if (head || plain) {
      openSection(
        sectionLabel(head?.[2] ?? plain?.[1] ?? plain?.[2] ?? plain?.[3] ?? ''),
        head ? level : plainLevel,
      );
      continue;
    }
    const listed = bullet.exec(line);
    const isLead = !listed && boldLead.test(line);
    if (!section && outline.title === '') {
      outline.title = markdownText(line);
      continue;
    }
    if (!section && ((!listed && !row) || isPrefaceLine(line))) {
      outline.preface.push(line.trim());
      continue;
    }
    const open: RoundupSection = section ?? openSection('', 1);
    if (row) {
      // The first row of a table names its columns, the second is a rule.
      const item = inTable ? tableItem(row[1] ?? '') : null;
      if (item) open.items.push(item);
      inTable = true;
      openItem = false;
      continue;
    }
    const indent = listed?.[1]?.length ?? 0;
    if (listed && (open.items.length === 0 || indent <= baseIndent + 1)) {
      baseIndent = indent;
      open.items.push(listed[2] ?? '');
      openItem = true;
    } else if (isLead) {
      open.items.push(line.trim());
      openItem = true;
    } else if (open.items.length > 0 && (openItem || /^\s{2,}/.test(line))) {
      open.items[open.items.length - 1] += `\n${listed ? (listed[2] ?? '') : line.trim()}`;
    } else {
      open.paragraphs.push(line.trim());
    }
  }
  return { ...outline, sections: withHeadlineSections(outline.sections) };
}

/** A row as an item: its first cell is the headline, the others what is told; null for the rule below the columns. */
function tableItem(row: string): string | null {
  const [first = '', ...others] = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
  if (/^:?-+:?$/.test(first) || others.length === 0) return null;
  return `**${first.replaceAll('**', '')}** — ${others.filter((cell) => cell !== '').join(' · ')}`;
}

/** Characters an item told in a paragraph of its own may have; more is a chapter of an article. */
const itemLimit = 600;

/** Where items are sub-headings with a short paragraph each, they become items of the section above. */
function withHeadlineSections(outlined: RoundupSection[]): RoundupSection[] {
  const sections: RoundupSection[] = [];
  for (const section of outlined) {
    const parent = sections.findLast((earlier) => earlier.level < section.level);
    const text = section.paragraphs.join(' ');
    if (parent && section.items.length === 0 && text !== '' && text.length <= itemLimit) {
      parent.items.push(`**${section.label}** — ${text}`);
    } else {
      sections.push(section);
    }
  }
  return sections;
}

/** Quotation marks and brackets stay: a heading may be a headline. */
function sectionLabel(markdown: string): string {
  return markdownText(markdown)
    .replace(/^[^\p{L}\p{N}"'“‘「『<(]+|[^\p{L}\p{N})\]"'”’」』>?!%]+$/gu, '')
    .trim();
}
