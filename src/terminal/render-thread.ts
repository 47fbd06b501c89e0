import { styleText } from 'node:util';
import type { Message } from '../message/message.ts';
import { renderMessage, type TerminalLook } from './render-message.ts';

/** Messages as a channel shows them. */
export interface TerminalThread {
  /** Where it is and when, on one line. */
  title: string;
  /** In the channel. */
  messages: readonly Message[];
  /** In the thread below them. */
  replies: readonly Message[];
}

const threadIndent = 4;
const rule = '│ ';

/** A channel's messages with the thread below, framed at their left. */
export function renderThread(thread: TerminalThread, look: TerminalLook): string {
  const dim = (text: string) => (look.colors ? styleText('dim', text) : text);
  const bold = (text: string) => (look.colors ? styleText('bold', text) : text);
  const framed = (messages: readonly Message[], indent: number) =>
    messages.flatMap((message) => [
      ...renderMessage(message, { ...look, width: look.width - rule.length - indent }).map((line) =>
        `${' '.repeat(indent)}${dim(rule)}${line}`.trimEnd(),
      ),
      '',
    ]);
  const { replies } = thread;
  return [
    bold(thread.title),
    '',
    ...framed(thread.messages, 0),
    ...(replies.length === 0
      ? []
      : [dim(`  ↳ in its thread: ${replies.length}`), '', ...framed(replies, threadIndent)]),
  ].join('\n');
}
