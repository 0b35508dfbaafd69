import type { PortalPermission } from '../portal-data.ts';
import type { Labels } from './labels.ts';
import type { Paint } from './paint.ts';

/** A pane at the side, over the blade; it closes by its button and by Escape. */
function pane(paint: Paint, { close }: Labels, title: string, ...content: readonly HTMLElement[]): HTMLElement {
  const { element, button, id } = paint;
  const name = id('pane');
  const made = element(
    'div',
    { role: 'dialog', 'aria-labelledby': name, class: 'pane', tabindex: '-1' },
    element('h2', { id: name, class: 'pane-title' }, title),
    button(close, () => made.remove(), { class: 'quiet' }),
    ...content,
  );
  made.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') made.remove();
  });
  return made;
}

/** What a row opens. */
export function detailsPane(paint: Paint, labels: Labels, row: PortalPermission): HTMLElement {
  const { element } = paint;
  const keys = Object.keys(labels.columns) as (keyof PortalPermission)[];
  const lines = keys.flatMap((key) => [
    element('dt', {}, labels.columns[key]),
    element('dd', {}, labels.values[row[key]] ?? row[key]),
  ]);
  return pane(paint, labels, labels.details, element('dl', { class: 'facts' }, ...lines));
}

/** What "Review permissions" opens. */
export function reviewPane(paint: Paint, labels: Labels): HTMLElement {
  const { element, id } = paint;
  const options = labels.reviewReasons.map((reason, at) => {
    const box = element('input', { type: 'radio', name: id('reason'), id: id(`reason-${at}`) });
    return element('p', {}, box, ' ', element('label', { for: id(`reason-${at}`) }, reason));
  });
  return pane(paint, labels, labels.review, element('p', {}, labels.reviewExplains), ...options);
}
