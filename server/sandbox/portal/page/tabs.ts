import type { Paint } from './paint.ts';

export interface Tab {
  readonly label: string;
  readonly panel: HTMLElement;
}

/** Tabs with their panels. Tells which one was chosen, and what each tab's element is. */
export function tabs(
  paint: Paint,
  label: string,
  all: readonly Tab[],
  first: number,
  chose: (at: number) => void,
): { readonly list: HTMLElement; readonly heads: readonly HTMLElement[] } {
  const { element, button, id } = paint;
  const heads: HTMLElement[] = [];
  const show = (chosen: number, focus: boolean): void => {
    for (const [at, { panel }] of all.entries()) {
      const head = heads[at];
      head?.setAttribute('aria-selected', String(at === chosen));
      head?.setAttribute('tabindex', at === chosen ? '0' : '-1');
      panel.hidden = at !== chosen;
      if (at === chosen && focus) head?.focus();
    }
    chose(chosen);
  };
  for (const [at, { label: name, panel }] of all.entries()) {
    const [tabId, panelId] = [id(`tab-${at}`), id(`panel-${at}`)];
    const head = button(name, () => show(at, false), {
      role: 'tab',
      id: tabId,
      'aria-controls': panelId,
      class: 'tab',
    });
    head.addEventListener('keydown', ({ key }) => {
      if (key === 'ArrowRight') show((at + 1) % all.length, true);
      if (key === 'ArrowLeft') show((at + all.length - 1) % all.length, true);
    });
    heads.push(head);
    for (const [key, value] of Object.entries({ role: 'tabpanel', id: panelId, 'aria-labelledby': tabId }))
      panel.setAttribute(key, value);
  }
  const list = element('div', { role: 'tablist', 'aria-label': label, class: 'tabs' }, ...heads);
  show(first, false);
  return { list, heads };
}
