import { phrase } from './in-language.ts';
import type { Button, Message } from './message.ts';
import { phrases } from './phrases.ts';
import { type Fits, splitMessage } from './split-message.ts';

/**
 * One page of a message that may be too long for one, with buttons to the pages beside it.
 * @param page from 1; a page that does not exist gives the nearest one
 * @param action what the buttons send, followed by `:` and the page
 */
export function pagedMessage(message: Message, page: number, action: string, fits: Fits): Message {
  if (fits(message)) return message;
  const row = (buttons: Button[]): Message['groups'] =>
    buttons.length === 0 ? [] : [{ blocks: [{ kind: 'buttons', buttons }] }];
  const turn = (label: string, to: number): Button => ({ kind: 'press', label, action: `${action}:${to}` });
  const back = phrase(phrases.previousPage, message.language);
  const next = phrase(phrases.nextPage, message.language);
  const withRow = (part: Message): Message => ({
    ...part,
    groups: [...part.groups, ...row([turn(back, 888), turn(next, 888)])],
  });
  const pages = splitMessage(message, (part) => fits(withRow(part)));
  const at = Math.min(Math.max(1, page), pages.length);
  const shown = pages[at - 1] ?? message;
  const buttons = [
    ...(at > 1 ? [turn(back, at - 1)] : []),
    ...(at < pages.length ? [turn(next, at + 1)] : []),
  ];
  return { ...shown, groups: [...shown.groups, ...row(buttons)] };
}
