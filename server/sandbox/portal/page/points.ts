import type { ShownDocument, WitnessedEvent } from '../witnessed.ts';

/** Things of one surface that a guide could point at. They are known here, and nothing of it stands in the DOM. */
export interface Points {
  point<Kind extends Element>(name: string, element: Kind): Kind;
  forget(): void;
}

type Facts = Omit<ShownDocument, 'document' | 'report' | 'targets'>;

const surfaces = new Set<Map<string, Element>>();
const documentId = crypto.randomUUID();
const roles: Readonly<Record<string, string>> = { a: 'link', button: 'button', h1: 'heading', input: 'searchbox' };

let facts: Facts | undefined;
let report = 0;
let last = '';
let waits = false;

export function openPoints(): Points {
  const names = new Map<string, Element>();
  surfaces.add(names);
  return {
    point(name, element) {
      names.set(name, element);
      return element;
    },
    forget: () => names.clear(),
  };
}

function seen(element: Element): ShownDocument['targets'][string] {
  const { x, y, width, height } = element.getBoundingClientRect();
  return {
    role: element.getAttribute('role') ?? roles[element.localName] ?? element.localName,
    label: (element.getAttribute('aria-label') ?? element.textContent).trim(),
    rectangle: { x, y, width, height },
  };
}

const send = (path: string, body: unknown): void =>
  void fetch(path, { method: 'POST', body: JSON.stringify(body), keepalive: true }).catch(() => undefined);

/** Tells the oracle what stands where, if that is news. */
function tell(always: boolean): void {
  waits = false;
  if (!facts) return;
  const all = [...surfaces].flatMap((names) => [...names]).filter(([, element]) => element.isConnected);
  const targets = Object.fromEntries(all.map(([name, element]) => [name, seen(element)]));
  const now = JSON.stringify([facts, targets]);
  if (now === last && !always) return;
  last = now;
  report += 1;
  send('/practice/document', { ...facts, document: documentId, report, targets } satisfies ShownDocument);
}

/** Something may stand elsewhere now. Many such calls make one report. */
export function moved(always = false): void {
  if (waits) return;
  waits = true;
  setTimeout(() => tell(always), 16);
}

/** Says what this document shows. */
export function shows(now: Facts): void {
  facts = now;
  moved();
}

const inputs = [
  ...['click', 'dblclick', 'auxclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend'],
  ...['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change', 'submit'],
];

function targetOf(event: Event): string | null {
  const known = [...surfaces].flatMap((names) => [...names]);
  const path = event.composedPath();
  const hit = known.filter(([, element]) => path.includes(element));
  // The innermost of them: a link in a menu is the link.
  return hit.toSorted(([, one], [, other]) => path.indexOf(one) - path.indexOf(other))[0]?.[0] ?? null;
}

/** Every click, and whatever was done by no person. First of all who listen, so that nobody can hold it back. */
function watch(event: Event): void {
  if (!facts || (event.type !== 'click' && event.isTrusted)) return;
  const { tab, frame } = facts;
  const { type, isTrusted: trusted } = event;
  const witnessed: WitnessedEvent = { tab, document: documentId, frame, type, trusted, target: targetOf(event) };
  send('/practice/event', witnessed);
}

for (const type of inputs) addEventListener(type, watch, { capture: true, passive: true });
for (const type of ['scroll', 'resize', 'load'])
  addEventListener(type, () => moved(), { capture: true, passive: true });
addEventListener('pagehide', () => send('/practice/closed', { document: documentId }));
new ResizeObserver(() => moved()).observe(document.documentElement);
