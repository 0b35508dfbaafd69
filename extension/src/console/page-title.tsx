import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useFullSpeech } from '../look/words.ts';

interface PageTitleProps {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly below?: ComponentChildren;
}

let pagesShown = 0;

/** Something was shown that has no heading of this kind: what comes next takes the focus. */
export const countPage = (): void => void (pagesShown += 1);

/** The heading of a page. It takes the focus when somebody goes there, so that a screen reader says where they are. */
export function PageTitle({ title, children, below }: PageTitleProps) {
  const { words } = useFullSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    countPage();
    // Not on the first page: whoever opens the console starts at its top.
    if (pagesShown > 1) heading.current?.focus();
  }, []);
  useEffect(() => {
    document.title = `${title} · ${words.product}`;
  }, [title]);
  return (
    <div class="lkc-pagehead">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
      {below !== undefined && <p>{below}</p>}
    </div>
  );
}
