import type { Act } from './act.ts';
import type { EventName, Tree, TreeElement } from './tree.ts';

/** Called with the act of the element a person used, and the DOM event. */
export type Dispatch = (act: Act, event: Event, element: HTMLElement) => void;

const EVENTS: readonly EventName[] = ['click', 'change', 'input', 'submit', 'keydown', 'contextmenu'];

/**
 * Makes `root` show trees. Each call touches only the nodes that differ from the call before, so that focus, scroll
 * positions and half-typed words survive an update. Events are heard once, at the root, and find the innermost act.
 */
export function createScreen(root: HTMLElement, dispatch: Dispatch): (trees: readonly Tree[]) => void {
  /** What each node was last made from. */
  const made = new WeakMap<Node, Tree>();

  for (const name of EVENTS) root.addEventListener(name, (event) => hear(name, event));

  function hear(name: EventName, event: Event): void {
    for (let node = event.target as Node | null; node !== null && node !== root; node = node.parentNode) {
      const tree = made.get(node);
      const act = typeof tree === 'object' ? tree.on[name] : undefined;
      if (act) {
        dispatch(act, event, node as HTMLElement);
        return;
      }
    }
  }

  function patch(parent: Node, trees: readonly Tree[]): void {
    const spare = new Map<string, Node[]>();
    for (const node of parent.childNodes) {
      const slot = slotOf(made.get(node));
      const nodes = spare.get(slot);
      if (nodes) nodes.push(node);
      else spare.set(slot, [node]);
    }
    const kept = trees.map((tree) => spare.get(slotOf(tree))?.shift() ?? null);
    // What goes, goes first: then what stays is mostly in place and need not move, and so keeps its focus.
    for (const nodes of spare.values()) for (const node of nodes) parent.removeChild(node);
    let next = parent.firstChild;
    for (const [index, tree] of trees.entries()) {
      const node = kept[index] ?? create(tree);
      if (node === next) next = node.nextSibling;
      else parent.insertBefore(node, next);
      update(node, tree);
    }
  }

  function update(node: Node, tree: Tree): void {
    const before = made.get(node);
    if (before === tree) return;
    made.set(node, tree);
    if (typeof tree === 'string') {
      node.textContent = tree;
      return;
    }
    const old = typeof before === 'object' ? before : null;
    setAttributes(node as HTMLElement, old, tree);
    patch(node, tree.children);
    // The value and the tick of a control are its own once a person used it; a select's options exist only now.
    setControl(node, old, tree);
  }

  return (trees) => patch(root, trees);
}

function slotOf(tree: Tree | undefined): string {
  if (tree === undefined) return '?';
  return typeof tree === 'string' ? '#' : `${tree.tag} ${tree.key ?? ''}`;
}

function create(tree: Tree): Node {
  return typeof tree === 'string' ? document.createTextNode('') : document.createElement(tree.tag);
}

function setAttributes(element: HTMLElement, old: TreeElement | null, tree: TreeElement): void {
  for (const [name, value] of Object.entries(tree.attributes)) {
    if (old?.attributes[name] !== value) element.setAttribute(name, value);
  }
  for (const name of Object.keys(old?.attributes ?? {})) {
    if (!(name in tree.attributes)) element.removeAttribute(name);
  }
  for (const [property, value] of Object.entries(tree.style)) {
    if (old?.style[property] !== value) element.style.setProperty(property, value);
  }
}

function setControl(node: Node, old: TreeElement | null, tree: TreeElement): void {
  const { value } = tree.attributes;
  if (value === undefined || value === old?.attributes.value || tree.tag === 'option' || tree.tag === 'li')
    return;
  if ('value' in node && node.value !== value) node.value = value;
}
