const NEAR_PX = 120;

/**
 * Runs `draw`, then scrolls each list as a chat does: one that was at its end follows what is new, a fresh channel
 * opens at its end and a fresh thread at its start; whoever reads further up is left in peace.
 */
export function keepScroll(root: HTMLElement, draw: () => void): void {
  const before = new Map([...lists(root)].map((list) => [list, isAtEnd(list)]));
  draw();
  for (const list of lists(root)) {
    const wasAtEnd = before.get(list);
    if (wasAtEnd ?? list.dataset.scroll === 'end') list.scrollTop = list.scrollHeight;
  }
}

function lists(root: HTMLElement): NodeListOf<HTMLElement> {
  return root.querySelectorAll<HTMLElement>('[data-scroll]');
}

function isAtEnd(list: HTMLElement): boolean {
  return list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX && list.scrollTop > 0;
}
