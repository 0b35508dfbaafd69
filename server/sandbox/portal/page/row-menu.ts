import type { PortalPermission } from '../portal-data.ts';
import type { BladeContext } from './blade-view.ts';
import type { Paint } from './paint.ts';

/** The "…" of a row: what can be done with what everybody was granted. */
export function rowMenu(
  paint: Paint,
  { labels, points }: BladeContext,
  row: PortalPermission,
  revoke: (row: PortalPermission) => void,
): HTMLElement {
  const { element, button } = paint;
  const label = `${labels.more}: ${row.claimValue}`;
  const about = { 'aria-label': label, 'aria-haspopup': 'menu', 'aria-expanded': 'false', class: 'more' };
  const opener = button('', () => toggle(), about);
  const around = element('span', {}, opener);
  let menu: HTMLElement | undefined;
  const close = (): void => {
    // Taking it away takes the focus from it, which closes once more: by then there is none.
    const open = menu;
    menu = undefined;
    open?.remove();
    opener.setAttribute('aria-expanded', 'false');
  };
  const open = (): void => {
    const item = button(labels.revoke, () => revoke(row), { role: 'menuitem', class: 'choice' });
    menu = element('div', { role: 'menu', 'aria-label': label, class: 'choices' }, item);
    const { bottom, right } = opener.getBoundingClientRect();
    // Fixed, because the table cuts off whatever hangs out of it.
    menu.style.insetBlockStart = `${bottom}px`;
    menu.style.insetInlineEnd = `${innerWidth - right}px`;
    menu.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape') return;
      close();
      opener.focus();
    });
    around.append(menu);
    points.point(`revoke:${row.claimValue}`, item);
    opener.setAttribute('aria-expanded', 'true');
    item.focus();
  };
  const toggle = (): void => (menu ? close() : open());
  around.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && around.contains(relatedTarget))) close();
  });
  points.point(`more:${row.claimValue}`, opener);
  return around;
}
