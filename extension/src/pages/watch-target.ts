import { locate, type About, type Located, type Target } from './target.ts';

/** At most this often: a portal that redraws itself hundreds of times a second must not feel us. */
const restMs = 250;

/** Tells `onChange` now, and again whenever the page draws its target anew, until `signal` aborts. Leaves nothing behind. */
export function watchTarget(
  target: Target,
  about: About,
  root: Document,
  onChange: (located: Located) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  let last: Element | null | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    const located = locate(target, root, about);
    const element = located.state === 'found' ? located.element : null;
    if (element !== last) onChange(located);
    last = element;
  };
  const observer = new MutationObserver(() => (timer ??= setTimeout(look, restMs)));
  observer.observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['aria-label', 'aria-selected', 'hidden', 'style', 'class'],
  });
  signal.addEventListener('abort', () => (observer.disconnect(), clearTimeout(timer)), { once: true });
  look();
}
