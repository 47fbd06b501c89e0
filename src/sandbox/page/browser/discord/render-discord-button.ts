import { asNumber, asRecord, asText, type Json } from '../platform/read-json.ts';
import { safeLink } from '../platform/safe-link.ts';
import { h, type Tree } from '../tree/tree.ts';

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'premium'];

/** A button; style 5 is a link and is never reported to the bot. */
export function renderDiscordButton(component: Json): Tree {
  const style = STYLES[asNumber(component.style)] ?? 'secondary';
  const emoji = emojiOf(component);
  const inside = [
    emoji !== '' && h('span.emoji', {}, emoji),
    asText(component.label) !== '' && h('span', {}, asText(component.label)),
  ];
  const link = safeLink(component.url);
  const classes = `discord-button ${style}`;
  if (link !== null) {
    return h(
      'a',
      { class: classes, href: link, target: '_blank', rel: 'noopener noreferrer nofollow', title: link },
      inside,
      h('span.icon.icon-out', { 'aria-hidden': 'true' }),
    );
  }
  const press = {
    do: 'press',
    block: '',
    action: asText(component.custom_id),
    value: null,
    confirm: null,
  } as const;
  return h(
    'button',
    { type: 'button', class: classes, disabled: component.disabled === true, on: { click: press } },
    inside,
  );
}

/** The character of a component's emoji; a custom one, whose picture lies on Discord's servers, as `:name:`. */
export function emojiOf(component: Json): string {
  const emoji = asRecord(component.emoji);
  const name = asText(emoji.name);
  return asText(emoji.id) === '' ? name : `:${name}:`;
}
