import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface FocusKeptProps {
  /** What this place is called when the focus stands on it. */
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/**
 * A place whose contents give way to others by themselves. If the focus was in what went, this place takes it: whoever works with keys
 * or hears the page stays where they were. Knows only of changes with which it is drawn anew itself.
 */
export function FocusKept({ label, class: className, children }: FocusKeptProps) {
  const place = useRef<HTMLDivElement>(null);
  // In somebody else's page our document is a shadow root.
  const hasFocus = (): boolean => {
    const { activeElement } = (place.current?.getRootNode() ?? document) as DocumentOrShadowRoot;
    return activeElement !== null && place.current?.contains(activeElement) === true;
  };
  const hadFocus = hasFocus();
  useLayoutEffect(() => {
    if (hadFocus && !hasFocus()) place.current?.focus();
  });
  return (
    <div ref={place} role="group" aria-label={label} tabIndex={-1} class={className}>
      {children}
    </div>
  );
}
