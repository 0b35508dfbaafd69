import type { BladeOpening, Order, PortalApplication, PortalApplicationDetails, ToShell } from '../portal-data.ts';
import { applicationsView } from './applications-view.ts';
import type { BladeContext, View } from './blade-view.ts';
import { labelsIn } from './labels.ts';
import { overviewView } from './overview-view.ts';
import type { Paint } from './paint.ts';
import { permissionsView } from './permissions-view.ts';
import { moved, openPoints } from './points.ts';
import { readRoute } from './route.ts';
import { openUnrest } from './unrest.ts';

/** A blade that stands somewhere: in its frame, or in the top document. */
export interface RunningBlade {
  obey(order: Order): void;
  end(): void;
}

/** What the place is in which a blade runs. */
interface Place {
  readonly root: HTMLElement;
  readonly newPaint: () => Paint;
  /** To the shell, which may be the same document. */
  readonly say: (message: ToShell) => void;
  /** Told after every drawing; `complete` is false as long as the controls are late. */
  readonly drawn: (page: View['page'], draws: number, complete: boolean) => void;
}

const dataOrigin = 'https://main.iam.ad.ext.azure.com';

async function read<Data>({ session }: BladeOpening, path: string, body?: object): Promise<Data | undefined> {
  const headers = { authorization: `Bearer ${session.bladeToken}`, 'content-type': 'application/json' };
  const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {};
  const response = await fetch(`${dataOrigin}/api/${path}`, { headers, ...sent });
  return response.ok ? ((await response.json()) as Data) : undefined;
}

async function viewOf(context: BladeContext): Promise<View> {
  const route = readRoute(context.opening.hash);
  const list = async (): Promise<View> =>
    applicationsView(context, (await read<readonly PortalApplication[]>(context.opening, 'applications')) ?? []);
  if (route.blade === 'applications' || route.blade === 'home') return list();
  const found = await read<PortalApplicationDetails>(context.opening, `applications/${route.objectId}`);
  const { notFound } = context.labels;
  if (!found)
    return {
      page: route.blade,
      title: notFound,
      draw: ({ element }) => element('main', { class: 'blade' }, element('h1', { class: 'title' }, notFound)),
    };
  return route.blade === 'overview' ? overviewView(context, found) : permissionsView(context, found);
}

/** Runs a blade: fetches, draws, and draws again whenever it is told to, with other elements and other class names. */
export function runBlade(opening: BladeOpening, { root, newPaint, say, drawn }: Place): RunningBlade {
  const { behaviour } = opening;
  const points = openPoints();
  const labels = labelsIn(behaviour.language);
  const unrest = openUnrest(behaviour, labels.grant(opening.session.tenantName));
  let view: View | undefined;
  let paint: Paint | undefined;
  let draws = 0;
  let turn = 0;
  const later = new Set<ReturnType<typeof setTimeout>>();

  const draw = (late: boolean): void => {
    if (!view) return;
    paint?.end();
    points.forget();
    paint = newPaint();
    const waiting = (): HTMLElement =>
      (paint as Paint).element(
        'main',
        { class: 'blade' },
        (paint as Paint).element('p', { role: 'status' }, labels.loading),
      );
    root.replaceChildren(unrest.around(paint, late ? waiting() : view.draw(paint)));
    draws += 1;
    drawn(view.page, draws, !late);
    moved();
  };

  const load = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const found = await viewOf(context);
    if (mine !== turn) return;
    view = found;
    say({ kind: 'title', title: view.title });
    draw(behaviour.lateMs > 0);
    if (behaviour.lateMs > 0) later.add(setTimeout(() => draw(false), behaviour.lateMs));
  };

  const context: BladeContext = {
    opening,
    labels,
    points,
    memory: new Map(),
    top: () => root.getBoundingClientRect().top,
    go: (hash) => say({ kind: 'go', hash }),
    change: async (path, body) => void (await read(opening, path, body)),
    refresh: () => void load(),
  };
  if (behaviour.rerenderEveryMs > 0) later.add(setInterval(() => draw(false), behaviour.rerenderEveryMs));
  void load();
  return {
    obey(order) {
      if (order.do === 'rerender') draw(false);
      if (order.do === 'report') moved(true);
    },
    end() {
      turn += 1;
      unrest.end();
      for (const timer of later) clearTimeout(timer);
      paint?.end();
      points.forget();
      root.replaceChildren();
    },
  };
}
