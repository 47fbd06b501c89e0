import { h, type TreeElement } from '../tree/tree.ts';

/** A coloured square (Slack) or circle (Discord) with the name's initials; the colour follows from the id. */
export function renderAvatar(id: string, name: string, isBot: boolean): TreeElement {
  const sum = Array.from(id).reduce(
    (total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 8191,
    7,
  );
  const classes = isBot ? 'avatar avatar-bot' : `avatar avatar-${sum % 6}`;
  return h(
    'span',
    { class: classes, 'aria-hidden': 'true' },
    isBot ? (Array.from(name)[0] ?? '?') : initials(name),
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = Array.from(words[0] ?? '');
  // A Korean name is told apart by its given name.
  if (/\p{Script=Hangul}/u.test(first[0] ?? '')) return first.slice(first.length > 2 ? -2 : 0).join('');
  const second = words.length > 1 ? Array.from(words.at(-1) ?? '')[0] : first[1];
  return `${first[0] ?? '?'}${second ?? ''}`;
}
