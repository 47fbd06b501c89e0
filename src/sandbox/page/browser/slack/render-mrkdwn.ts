import type { RenderContext } from '../platform/render-context.ts';
import { h, type Tree } from '../tree/tree.ts';
import { renderInlineMrkdwn } from './render-inline-mrkdwn.ts';

/**
 * Slack's mrkdwn as its clients show it: fenced code, quotes, then the inline marks.
 * `verbatim` is the text object's own field: without it, bare addresses and mentions are made live.
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
export function renderMrkdwn(text: string, verbatim: boolean, context: RenderContext): Tree[] {
  const trees: Tree[] = [];
  for (const [index, piece] of text.split(/```([\s\S]+?)```/).entries()) {
    if (index % 2 === 1) {
      const code = renderInlineMrkdwn(piece.replace(/^\n/, ''), { verbatim, context, code: true });
      trees.push(h('pre.slack-pre', {}, code));
    } else trees.push(...renderLines(piece, verbatim, context));
  }
  return trees;
}

function renderLines(text: string, verbatim: boolean, context: RenderContext): Tree[] {
  const trees: Tree[] = [];
  let plain: string[] = [];
  let quoted: string[] = [];
  function inline(lines: readonly string[]): Tree[] {
    return renderInlineMrkdwn(lines.join('\n'), { verbatim, context, code: false });
  }
  function endQuote(): void {
    if (quoted.length > 0) trees.push(h('blockquote.slack-quote', {}, inline(quoted)));
    quoted = [];
  }
  function endPlain(): void {
    if (plain.some((line) => line !== '') || plain.length > 1) trees.push(...inline(plain));
    plain = [];
  }
  for (const line of text.split('\n')) {
    // A stored text holds `&gt;`, and clients quote such a line exactly like a bare `>`.
    const quote = /^(?:&gt;|>)\s?(.*)$/.exec(line);
    if (quote) {
      endPlain();
      quoted.push(quote[1] ?? '');
    } else {
      endQuote();
      plain.push(line);
    }
  }
  endQuote();
  endPlain();
  return trees;
}
