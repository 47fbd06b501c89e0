import { renderLink } from '../platform/render-link.ts';
import { safeLink } from '../platform/safe-link.ts';
import { h, type TreeElement } from '../tree/tree.ts';

/** A file to download; `size` in bytes, `NaN` when unknown. */
export function renderFile(name: string, address: unknown, size: number): TreeElement {
  const link = safeLink(address);
  const label =
    name || (link === null ? '' : decodeURIComponent(new URL(link).pathname.split('/').pop() ?? ''));
  const weight = Number.isNaN(size) ? '' : ` ${(size / 1024).toFixed(1)} KB`;
  return h(
    'p.discord-file',
    {},
    '📎 ',
    link === null ? label : renderLink(link, [label]),
    h('small.muted', {}, weight),
  );
}
