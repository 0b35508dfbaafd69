/** The part of the Navigation API that we use; browsers without it still tell of changes of the hash. */
interface WithNavigation {
  readonly navigation?: EventTarget;
}

/** Tells whenever a page that changes its address without being loaded has done so, until `signal` aborts. */
export function onNavigated(tell: () => void, signal: AbortSignal): void {
  (window as WithNavigation).navigation?.addEventListener('navigatesuccess', tell, { signal });
  addEventListener('hashchange', tell, { signal });
}
