import { matchAt } from '../platform/match-at.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { renderLink } from '../platform/render-link.ts';
import { safeLink } from '../platform/safe-link.ts';
import { h, type Tree } from '../tree/tree.ts';
import { readCodeSpan } from './read-code-span.ts';
import { renderMention } from './render-mention.ts';

interface Found {
  tree: Tree;
  end: number;
}

/** Longest first: `***` is bold and italic, `__` underline, `_` italic. */
const MARKS: readonly (readonly [mark: string, tag: string])[] = [
  ['**', 'strong'],
  ['__', 'u'],
  ['~~', 's'],
  ['||', 'span.spoiler'],
  ['*', 'em'],
  ['_', 'em'],
];
/** Marks nested deeper than this stay as typed, so that no text can exhaust the stack. */
const MAX_DEPTH = 20;
const ESCAPED = /\\([^\p{L}\p{N}\s])/uy;
const MASKED =
  /\[((?:\\.|[^[\]\\\n]|\[[^[\]\n]*\])+)\]\(\s*(<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)(?:\s+"[^"\n]*")?\s*\)/y;
const ANGLE = /<(https?:\/\/[^\s<>]+)>/iy;
const ADDRESS = /https?:\/\/[^\s<>]+[^<>\s.,:;"'\])]/iy;

interface Place {
  /** Inside a link's label, where no further link begins. */
  isInLink: boolean;
  depth: number;
}

const OUTSIDE: Place = { isInLink: false, depth: 0 };

/** The inline marks, links and mentions of one stretch of Discord Markdown. Nothing in `text` becomes markup. */
export function renderInlineMarkdown(text: string, context: RenderContext, place = OUTSIDE): Tree[] {
  const trees: Tree[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const escaped = text[at] === '\\' ? matchAt(ESCAPED, text, at) : null;
    const found = escaped ? null : readAt(text, at, context, place);
    if (found) {
      if (plain !== '') trees.push(plain);
      plain = '';
      trees.push(found.tree);
      at = found.end;
    } else {
      plain += escaped ? (escaped[1] ?? '') : text[at];
      at += escaped ? escaped[0].length : 1;
    }
  }
  if (plain !== '') trees.push(plain);
  return trees;
}

function readAt(text: string, at: number, context: RenderContext, place: Place): Found | null {
  const character = text[at] ?? '';
  if (character === '`') {
    const code = readCodeSpan(text, at);
    return code && { tree: h('code.discord-code', {}, code.inside.trim()), end: code.end };
  }
  if (character === '<' || character === '@') {
    const mention = renderMention(text, at, context);
    if (mention) return mention;
  }
  if (!place.isInLink) {
    const link = readLink(text, at, context);
    if (link) return link;
  }
  return readMark(text, at, context, place);
}

function readLink(text: string, at: number, context: RenderContext): Found | null {
  const masked = text[at] === '[' ? matchAt(MASKED, text, at) : null;
  const target = masked ? safeLink(unescapeMarks((masked[2] ?? '').replace(/^<|>$/g, ''))) : null;
  if (masked && target) {
    return {
      tree: renderLink(target, renderInlineMarkdown(masked[1] ?? '', context, { isInLink: true, depth: 1 })),
      end: at + masked[0].length,
    };
  }
  const angle = text[at] === '<' ? matchAt(ANGLE, text, at) : null;
  const bare = /h/i.test(text[at] ?? '') ? matchAt(ADDRESS, text, at) : null;
  const link = safeLink(angle?.[1] ?? bare?.[0]);
  const length = (angle ?? bare)?.[0].length ?? 0;
  return link === null ? null : { tree: renderLink(link, [link]), end: at + length };
}

function readMark(text: string, at: number, context: RenderContext, place: Place): Found | null {
  if (place.depth >= MAX_DEPTH) return null;
  for (const [mark, tag] of MARKS) {
    if (!text.startsWith(mark, at)) continue;
    const end = closing(text, at, mark);
    if (end < 0) continue;
    const within = { ...place, depth: place.depth + 1 };
    const inside = renderInlineMarkdown(text.slice(at + mark.length, end), context, within);
    const properties = tag === 'span.spoiler' ? { tabindex: '0' } : {};
    return { tree: h(tag, properties, inside), end: end + mark.length };
  }
  return null;
}

/** Where the mark that opens at `at` closes, or -1. Escapes and code spans on the way do not close it. */
function closing(text: string, at: number, mark: string): number {
  const isSingle = mark.length === 1;
  const first = at + mark.length;
  if (isSingle && /^\s?$/.test(text[first] ?? '')) return -1;
  if (mark === '_' && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return -1;
  for (let end = first; end <= text.length - mark.length; end += 1) {
    if (text[end] === '\\') end += 1;
    else if (text[end] === '`') end = (readCodeSpan(text, end)?.end ?? end + 1) - 1;
    else if (isSingle && text[end] === mark && text[end + 1] === mark) {
      // `**` inside `*…*` belongs to the bold within, unless three close together.
      if (text[end + 2] === mark && end > first) return end + 2;
      end += 1;
    } else if (text.startsWith(mark, end) && end > first) {
      if (isSingle && /\s/.test(text[end - 1] ?? '')) continue;
      if (mark === '_' && /[\p{L}\p{N}]/u.test(text[end + 1] ?? '')) continue;
      // `***` at the end of a bold closes the italic within first.
      return !isSingle && text[end + mark.length] === mark[0] && mark !== '||' ? end + 1 : end;
    }
  }
  return -1;
}

function unescapeMarks(text: string): string {
  return text.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}
