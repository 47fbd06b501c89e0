/** Runs `draw`, then moves the focus into a dialog that has just opened, and back when it has gone. */
export function keepFocus(root: HTMLElement, draw: () => void): void {
  const before = root.querySelector<HTMLElement>('[data-focus]');
  const focused = document.activeElement as HTMLElement | null;
  draw();
  const after = root.querySelector<HTMLElement>('[data-focus]');
  if (after !== null && after !== before) {
    (after.querySelector<HTMLElement>('input, textarea, select') ?? after).focus();
  } else if (after === null && before !== null && document.activeElement === document.body) {
    (focused?.isConnected ? focused : root.querySelector<HTMLElement>('.composer-text'))?.focus();
  }
}
