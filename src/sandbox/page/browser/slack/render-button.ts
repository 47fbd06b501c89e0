import { asRecord, asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { safeLink } from '../platform/safe-link.ts';
import { h, type TreeElement } from '../tree/tree.ts';
import { readConfirmation } from './read-confirmation.ts';
import { plainText } from './render-text-object.ts';

/** A button; one with a `url` is a link that is also reported to the bot, as in Slack. */
export function renderButton(element: Json, block: string, context: RenderContext): TreeElement {
  const label = plainText(asRecord(element.text));
  const press = {
    do: 'press',
    block,
    action: asText(element.action_id),
    value: asText(element.value),
    confirm: readConfirmation(element, context),
  } as const;
  const style = element.style === 'primary' || element.style === 'danger' ? ` ${element.style}` : '';
  const shared = {
    'aria-label': asText(element.accessibility_label) || false,
    class: `slack-button${style}`,
    on: { click: press },
  };
  const link = safeLink(element.url);
  if (link === null) return h('button', { ...shared, type: 'button' }, label);
  return h(
    'a',
    { ...shared, href: link, target: '_blank', rel: 'noopener noreferrer nofollow', title: link },
    label,
  );
}
