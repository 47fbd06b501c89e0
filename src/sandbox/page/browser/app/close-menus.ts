/** An open menu closes when the person clicks elsewhere, as menus do. */
export function closeMenus(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    for (const menu of root.querySelectorAll('details.menu[open]')) {
      if (!menu.contains(event.target as Node)) menu.removeAttribute('open');
    }
  });
}
