import { h, type Tree, type TreeElement } from '../tree/tree.ts';

/** A link that opens beside the page; `address` must have passed `safeLink`. */
export function renderLink(address: string, label: readonly Tree[]): TreeElement {
  return h(
    'a.link',
    { href: address, target: '_blank', rel: 'noopener noreferrer nofollow', title: address },
    label,
  );
}
