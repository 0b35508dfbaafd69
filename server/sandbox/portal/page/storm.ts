const blocks = 100;
const inBlock = 100;
const changesPerSecond = 200;
const beatMs = 50;

// Bound once: a page with a form of that name has no createElement any more.
const create = Document.prototype.createElement.bind(document);
const { body } = document;

/** A corner of a pixel, in which each block lays itself out alone: what a storm costs is its changes, and not their layout. */
const corner = 'position:fixed;inset-block-end:0;inset-inline-end:0;inline-size:1px;block-size:1px;contain:strict';
const alone = 'inline-size:1px;block-size:1px;contain:strict;overflow:hidden';

function block(): HTMLElement {
  const made = create('div');
  made.style.cssText = alone;
  for (let at = 0; at < inBlock - 1; at += 1) {
    const item = made.appendChild(create('div'));
    item.textContent = String(at);
  }
  return made;
}

/** The n-th change: texts, names, attributes, and elements that go and come. */
function change(list: readonly HTMLElement[], count: number): void {
  const items = list[count % list.length]?.children;
  const item = items?.[(count * 7919) % items.length] as HTMLElement;
  const kinds = [
    () => (item.textContent = `${count} of many`),
    () => item.setAttribute('aria-label', `Live value ${count}`),
    () => (item.className = `live-${count % 97}`),
    () => item.replaceWith(item.cloneNode(true)),
  ] as const;
  kinds[count % kinds.length]?.();
}

/** Beside the blade 10,000 live elements, 200 of which change each second. They move nothing else. */
export function openStorm(): { remove(): void } {
  const root = create('div');
  root.style.cssText = corner;
  const list = Array.from({ length: blocks }, block);
  root.append(...list);
  body.append(root);
  const began = performance.now();
  let count = 0;
  const beating = setInterval(() => {
    // By the clock, so that a late beat brings what was left out.
    const due = Math.floor(((performance.now() - began) * changesPerSecond) / 1000);
    const last = Math.min(due, count + changesPerSecond);
    while (count < last) change(list, (count += 1));
  }, beatMs);
  return {
    remove() {
      clearInterval(beating);
      root.remove();
    },
  };
}
