import type { PortalApplicationDetails, PortalPermission } from '../portal-data.ts';
import { applicationFrame } from './application-frame.ts';
import type { BladeContext, View } from './blade-view.ts';
import { grantConsent } from './consent-window.ts';
import { grid } from './grid.ts';
import type { Paint } from './paint.ts';
import { detailsPane, reviewPane } from './panes.ts';
import { moved } from './points.ts';
import { rowMenu } from './row-menu.ts';
import { tabs } from './tabs.ts';

type Key = 'adminConsent' | 'userConsent';

/** One tab's rows. The claim value opens the details, as the whole row does in the portal. */
function panel(
  paint: Paint,
  context: BladeContext,
  key: Key,
  rows: readonly PortalPermission[],
  open: (pane: HTMLElement) => void,
  revoke: (row: PortalPermission) => void,
): HTMLElement {
  const { element, button } = paint;
  const { labels, points, memory } = context;
  const columns = Object.keys(labels.columns) as (keyof PortalPermission)[];
  const cell = (row: PortalPermission, column: keyof PortalPermission): Node | string => {
    const text = labels.values[row[column]] ?? row[column];
    if (column === 'grantedBy' && key === 'adminConsent')
      return element(
        'span',
        { class: 'with-more' },
        element('span', { class: 'granter' }, text),
        rowMenu(paint, context, row, revoke),
      );
    if (column !== 'claimValue') return text;
    const link = button(row.claimValue, () => open(detailsPane(paint, labels, row)), { class: 'as-link' });
    return points.point(`${key}:${row.claimValue}`, link);
  };
  const label = labels[key];
  const table = grid(paint, {
    label,
    headers: Object.values(labels.columns),
    rows: rows.length,
    cells: (at) => columns.map((column) => cell(rows[at] as PortalPermission, column)),
    onDrawn: () => moved(),
    scrolled: (top) => memory.set(key, top),
    top: memory.get(key) ?? 0,
  });
  return element('div', {}, ...(rows.length === 0 ? [element('p', {}, labels.noneGranted(label))] : []), table);
}

/** What an application was granted, and the button that grants it to everybody. */
export function permissionsView(context: BladeContext, application: PortalApplicationDetails): View {
  const { opening, labels, points, memory, refresh } = context;
  return {
    page: 'permissions',
    title: `${application.name} | ${labels.permissions}`,
    draw(paint) {
      const { element, button } = paint;
      const panes = element('div', {});
      const open = (made: HTMLElement): void => {
        // In the top document the shell's header stays free.
        made.style.insetBlockStart = `${context.top()}px`;
        panes.replaceChildren(made);
        made.focus();
      };
      const revoke = ({ claimValue, type }: PortalPermission): void =>
        void context
          .change(`applications/${application.objectId}/revocations`, { claimValue, type })
          .then(() => refresh());
      const keys = ['adminConsent', 'userConsent'] as const;
      const all = keys.map((key) => ({
        label: labels[key],
        panel: panel(paint, context, key, application[key], open, revoke),
      }));
      const { list, heads } = tabs(paint, labels.tabs, all, memory.get('tab') ?? 0, (at) => {
        memory.set('tab', at);
        moved();
      });
      keys.forEach((key, at) => points.point(`tab-${key}`, heads[at] as HTMLElement));
      const grant = button(
        labels.grant(opening.session.tenantName),
        () => grantConsent(opening, application.appId, refresh),
        { class: 'first' },
      );
      const review = button(labels.reviewPermissions, () => open(reviewPane(paint, labels)), { class: 'command' });
      return applicationFrame(
        paint,
        context,
        application,
        'permissions',
        element(
          'div',
          { role: 'toolbar', 'aria-label': labels.permissions, class: 'commands' },
          points.point('refresh', button(labels.refresh, refresh, { class: 'command' })),
          points.point('review-permissions', review),
        ),
        element('p', { class: 'explains' }, labels.explains),
        points.point('grant-admin-consent', grant),
        list,
        ...all.map((one) => one.panel),
        panes,
      );
    },
  };
}
