import { emojiFromName } from '../platform/emoji.ts';
import { matchAt } from '../platform/match-at.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { renderLink } from '../platform/render-link.ts';
import { safeLink } from '../platform/safe-link.ts';
import { h, type Tree } from '../tree/tree.ts';
import { decodeEntities } from './decode-entities.ts';
import { renderEntity } from './render-entity.ts';

export interface InlineOptions {
  verbatim: boolean;
  context: RenderContext;
  /** Inside code only `<…>` sequences are read; marks and emoji stay as typed. */
  code: boolean;
  /** How many marks stand around; deeper than some they stay as typed, so that no text can exhaust the stack. */
  depth?: number;
}

const MAX_DEPTH = 20;

const MARKS: Readonly<Record<string, string>> = { '*': 'strong', _: 'em', '~': 's' };
const ENTITY = /<([^<>\n]+)>/y;
const EMOJI = /:([a-z0-9_+'-]+(?:::[a-z0-9-]+)?):/y;
const BARE_ADDRESS = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?'")\]]/iy;
const BARE_MENTION = /@(here|channel|everyone)(?![\p{L}\p{N}_])/uy;

/** The marks, code spans, emoji and `<…>` sequences of one stretch of mrkdwn. Nothing in `text` becomes markup. */
export function renderInlineMrkdwn(text: string, options: InlineOptions): Tree[] {
  const trees: Tree[] = [];
  let plain = '';
  function flush(): void {
    if (plain !== '') trees.push(decodeEntities(plain));
    plain = '';
  }
  let at = 0;
  while (at < text.length) {
    const found = readAt(text, at, options);
    if (found === null) {
      plain += text[at];
      at += 1;
    } else {
      flush();
      trees.push(found.tree);
      at = found.end;
    }
  }
  flush();
  return trees;
}

interface Found {
  tree: Tree;
  end: number;
}

function readAt(text: string, at: number, options: InlineOptions): Found | null {
  const { context, verbatim, code } = options;
  const character = text[at] ?? '';
  const entity = character === '<' ? matchAt(ENTITY, text, at) : null;
  if (entity) return { tree: renderEntity(entity[1] ?? '', context), end: at + entity[0].length };
  if (code) return null;
  if (character === '`') return readCode(text, at, options);
  if (character in MARKS) return readMark(text, at, options);
  const emoji = character === ':' ? matchAt(EMOJI, text, at) : null;
  const drawn = emoji ? emojiFromName(emoji[1] ?? '') : null;
  if (emoji && drawn) return { tree: h('span.emoji', { title: emoji[0] }, drawn), end: at + emoji[0].length };
  if (verbatim || !isBoundary(text[at - 1])) return null;
  const address = character === 'h' ? matchAt(BARE_ADDRESS, text, at) : null;
  const link = address ? safeLink(decodeEntities(address[0])) : null;
  if (address && link) return { tree: renderLink(link, [link]), end: at + address[0].length };
  const mention = character === '@' ? matchAt(BARE_MENTION, text, at) : null;
  return mention
    ? { tree: h('span.mention.mention-all', {}, mention[0]), end: at + mention[0].length }
    : null;
}

function readCode(text: string, at: number, options: InlineOptions): Found | null {
  const end = text.indexOf('`', at + 1);
  const inside = end < 0 ? '' : text.slice(at + 1, end);
  if (inside.trim() === '' || inside.includes('\n')) return null;
  return {
    tree: h('code.slack-code', {}, renderInlineMrkdwn(inside, { ...options, code: true })),
    end: end + 1,
  };
}

/**
 * `*bold*` counts only between spaces or punctuation, on one line: beside a letter – Hangul has letters too –
 * Slack leaves the marks as typed.
 */
function readMark(text: string, at: number, options: InlineOptions): Found | null {
  const mark = text[at] ?? '';
  const depth = options.depth ?? 0;
  if (depth >= MAX_DEPTH) return null;
  if (!isBoundary(text[at - 1]) || /^\s?$/.test(text[at + 1] ?? '')) return null;
  for (let end = at + 1; end < text.length && text[end] !== '\n'; end += 1) {
    const skipped = text[end] === '<' ? matchAt(ENTITY, text, end) : null;
    if (skipped) end += skipped[0].length - 1;
    else if (
      end > at + 1 &&
      text[end] === mark &&
      !/\s/.test(text[end - 1] ?? ' ') &&
      isBoundary(text[end + 1])
    ) {
      const inside = renderInlineMrkdwn(text.slice(at + 1, end), { ...options, depth: depth + 1 });
      return { tree: h(MARKS[mark] ?? 'span', {}, inside), end: end + 1 };
    }
  }
  return null;
}

function isBoundary(character: string | undefined): boolean {
  return character === undefined || !/[\p{L}\p{N}]/u.test(character);
}
