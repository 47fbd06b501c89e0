import { phrase } from '../platform/phrases.ts';
import { asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { safeLink } from '../platform/safe-link.ts';
import { h, type TreeElement } from '../tree/tree.ts';
import { readConfirmation } from './read-confirmation.ts';
import { readOptionGroups } from './read-options.ts';

/** The `⋯` menu: up to five options, each reported to the bot or opening its address. */
export function renderOverflow(element: Json, block: string, context: RenderContext): TreeElement {
  const action = asText(element.action_id);
  const confirm = readConfirmation(element, context);
  const items = readOptionGroups(element).flatMap((group) =>
    group.options.map((option) => {
      const press = { do: 'press', block, action, value: option.value, confirm } as const;
      const link = safeLink(option.url);
      const shared = { class: 'menu-item', on: { click: press } };
      if (link === null) return h('button', { ...shared, type: 'button' }, option.label);
      return h(
        'a',
        { ...shared, href: link, target: '_blank', rel: 'noopener noreferrer nofollow' },
        option.label,
      );
    }),
  );
  const label = phrase('moreActions', context.language);
  return h(
    'details.menu.overflow',
    {},
    h('summary.slack-button', { 'aria-label': label, title: label }, '⋯'),
    h('div.menu-list', {}, items),
  );
}
