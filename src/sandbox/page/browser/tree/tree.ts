import type { Act } from './act.ts';

/** The DOM events that the page listens to. */
export type EventName = 'click' | 'change' | 'input' | 'submit' | 'keydown' | 'contextmenu';

/** One element of the page as plain data: what it is, not how it comes to the screen. */
export interface TreeElement {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  style: Readonly<Record<string, string>>;
  on: Readonly<Partial<Record<EventName, Act>>>;
  /** Identity among its siblings, so that an update moves or keeps the same DOM element. */
  key: string | null;
  children: readonly Tree[];
}

/** A string is text, never markup. */
export type Tree = TreeElement | string;

type Child = Tree | null | false | readonly Child[];

interface Properties {
  key?: string;
  on?: Partial<Record<EventName, Act>>;
  style?: Record<string, string>;
  [attribute: string]: unknown;
}

/**
 * Builds an element. `name` may carry classes (`a.link.muted`); `true` is an empty attribute; `false`, `null`
 * and `undefined` are left out; nested lists are flattened and empty children dropped.
 */
export function h(name: string, properties: Properties = {}, ...children: Child[]): TreeElement {
  const [tag = 'div', ...classes] = name.split('.');
  const { key = null, on = {}, style = {}, ...rest } = properties;
  const attributes: Record<string, string> = {};
  if (classes.length > 0) attributes.class = classes.join(' ');
  for (const [attribute, value] of Object.entries(rest)) {
    if (value === true) attributes[attribute] = '';
    else if (typeof value === 'string' || typeof value === 'number') attributes[attribute] = String(value);
  }
  return { tag, attributes, style, on, key, children: flatten(children) };
}

function flatten(children: readonly Child[]): Tree[] {
  const flat: Tree[] = [];
  for (const child of children) {
    if (child === null || child === false || child === '') continue;
    if (typeof child === 'string' || 'tag' in child) flat.push(child);
    else flat.push(...flatten(child));
  }
  return flat;
}
