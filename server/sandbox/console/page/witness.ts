const inputs = [
  ...['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend'],
  ...['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change', 'submit'],
];
const pressable = 'a, button, summary, input, select';

const send = (path: string, body: unknown): void =>
  void fetch(path, { method: 'POST', body: JSON.stringify(body), keepalive: true }).catch(() => undefined);

const labelOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent).trim();

/** Tells the oracle what stands where. Nothing of it stands in the DOM. */
export function tellWhatIsShown(): void {
  const targets = [...document.querySelectorAll(pressable)].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { role: element.localName, label: labelOf(element), rectangle: { x, y, width, height } };
  });
  send('/practice/document', { path: location.pathname, hash: location.hash, targets });
}

/** Every click, and whatever was done by no person. First of all who listen, so that nobody can hold it back. */
function watch(event: Event): void {
  if (event.type !== 'click' && event.isTrusted) return;
  const hit = event.target instanceof Element ? event.target.closest(pressable) : null;
  send('/practice/event', { type: event.type, trusted: event.isTrusted, label: hit === null ? null : labelOf(hit) });
}

/** To be called before anything else listens. */
export function watchInputs(): void {
  for (const type of inputs) addEventListener(type, watch, { capture: true, passive: true });
}
