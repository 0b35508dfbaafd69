import { useRef } from 'preact/hooks';

/**
 * A mail as it is drawn, in a frame where no script runs and nothing is fetched. No page of the extension takes a style that stands in
 * a document, so they are carried past it under another name, and given to each element by a script, which may.
 */
export function MailFrame({ html, title }: { readonly html: string; readonly title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  return (
    <iframe
      key={html}
      ref={frame}
      class="lkc-mail-frame"
      title={title}
      sandbox="allow-same-origin"
      srcdoc={undressed(html)}
      onLoad={() => dress(frame.current)}
    />
  );
}

/** In what anybody typed there is no quotation mark: the server has written `&quot;`. */
const undressed = (html: string): string =>
  html
    .replaceAll(' style="', ' data-style="')
    .replaceAll('<style>', '<template data-sheet>')
    .replaceAll('</style>', '</template>');

function dress(frame: HTMLIFrameElement | null): void {
  const [page, view] = [frame?.contentDocument, frame?.contentWindow];
  if (page == null || view == null) return;
  const sheet = new (view as unknown as typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(page.querySelector<HTMLTemplateElement>('[data-sheet]')?.content.textContent ?? '');
  page.adoptedStyleSheets = [sheet];
  for (const element of page.querySelectorAll<HTMLElement>('[data-style]'))
    element.style.cssText = element.dataset['style'] ?? '';
}
