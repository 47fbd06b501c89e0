import { markdownText, withoutImages } from './markdown-text.ts';

/** A roundup's parts as Markdown, before any item is read. */
export interface RoundupOutline {
  title: string;
  /** Lines between the title and the first section. */
  preface: string[];
  sections: RoundupSection[];
}

export interface RoundupSection {
  /** The heading without marks and emoji. */
  label: string;
  level: number;
  /** The Markdown of each item, its lines joined. */
  items: string[];
  /** Text that belongs to no item. */
  paragraphs: string[];
}

const heading = /^(#{1,6})\s+(.*?)\s*#*$/;
const bullet = /^([\s]*)(?:[*+•‣▪◦·-]|\d{1,3}[.)])\s+(.*)$/u;
const rule = /^\s*(?:[-*_]\s*){3,}$/;
const boldLead = /^\*\*[^*].*\*\*/;

/** Takes a Markdown document apart into title, preface and sections with their items. */
export function outlineRoundup(text: string): RoundupOutline {
  const outline: RoundupOutline = { title: '', preface: [], sections: [] };
  let section: RoundupSection | null = null;
  let openItem = false;
  let baseIndent = 0;
  for (const raw of text.replace(/\r\n?/g, '\n').split('\n')) {
    const line = withoutImages(raw).trimEnd();
    if (line.trim() === '') {
      if (raw.trim() === '') openItem = false;
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
    if (head) {
      section = { label: sectionLabel(head[2] ?? ''), level, items: [], paragraphs: [] };
      outline.sections.push(section);
      openItem = false;
      continue;
    }
    if (!section) {
      if (outline.title === '') outline.title = markdownText(line);
      else outline.preface.push(line.trim());
      continue;
    }
    const listed = bullet.exec(line);
    const indent = listed?.[1]?.length ?? 0;
    if (listed && (section.items.length === 0 || indent <= baseIndent + 1)) {
      baseIndent = indent;
      section.items.push(listed[2] ?? '');
      openItem = true;
    } else if (!listed && boldLead.test(line)) {
      section.items.push(line.trim());
      openItem = true;
    } else if (section.items.length > 0 && (openItem || /^\s{2,}/.test(line))) {
      section.items[section.items.length - 1] += ` ${listed ? (listed[2] ?? '') : line.trim()}`;
    } else {
      section.paragraphs.push(line.trim());
    }
  }
  return { ...outline, sections: withHeadlineSections(outline.sections) };
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

function sectionLabel(markdown: string): string {
  return markdownText(markdown)
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})\]]+$/gu, '')
    .trim();
}
