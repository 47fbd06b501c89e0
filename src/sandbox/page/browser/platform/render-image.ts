import { h, type TreeElement } from '../tree/tree.ts';
import type { RenderContext } from './render-context.ts';
import { renderLink } from './render-link.ts';
import { safeLink } from './safe-link.ts';

/** An image of the sandbox itself is drawn; a foreign one is a labelled link, because looking must not leave the machine. */
export function renderImage(
  address: unknown,
  alt: string,
  kind: 'thumbnail' | 'full' | 'icon',
  context: RenderContext,
): TreeElement {
  const link = safeLink(address);
  if (link !== null && new URL(link).origin === context.origin) {
    return h('img.image', { class: `image image-${kind}`, src: link, alt, loading: 'lazy' });
  }
  const label = h(
    'span.image-missing',
    { class: `image-missing image-${kind}`, role: 'img', 'aria-label': alt || '🖼' },
    kind === 'icon' ? '🖼' : alt || '🖼',
  );
  return link === null ? label : renderLink(link, [label]);
}
