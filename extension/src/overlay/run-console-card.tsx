import { render } from 'preact';
import { ask } from '../messaging/ask.ts';
import { layWire } from '../messaging/lay-wire.ts';
import type { PageConsole } from '../messaging/page-console.ts';
import { onNavigated } from '../pages/navigated.ts';
import sheet from './console-card.css?inline';
import { ConsoleCard } from './console-card.tsx';
import { speakOnConsole } from './console-words.ts';
import { inTurn } from './in-turn.ts';
import { createPlacing } from './placing.ts';
import { openShadowHost } from './shadow-host.ts';

/** Ages move on by themselves. */
const moveOnMs = 10_000;

/** The card on the provider's console, until `end` is aborted, it is closed, or we may not be there any more. */
export function runConsoleCard({ end }: { readonly end: AbortController }): void {
  const { signal } = end;
  const place = openShadowHost(signal, sheet);
  let page: PageConsole | undefined;
  /** A page without a customer has a pill, unless it was opened by hand. */
  let opened = false;

  const draw = (): void => {
    if (page === undefined || signal.aborted) return;
    const shown = { ...page, small: page.small || (page.situation === 'nobody' && !opened) };
    const speech = speakOnConsole(page.language);
    place.lang = speech.tag;
    render(
      <ConsoleCard
        page={shown}
        speech={speech}
        now={Date.now()}
        onValidate={() => tell(ask('validation.run', {}))}
        onResume={() => tell(ask('onboarding.open', {}))}
        onSignIn={() => tell(ask('sign-in.open', {}))}
        onClose={() => end.abort()}
        onPlace={(next) => {
          if (page === undefined) return;
          opened = !next.small;
          page = { ...page, ...next };
          draw();
          placing.place(next);
        }}
      />,
      place,
    );
  };
  const look = inTurn(async () => {
    const placed = placing.reading();
    const reply = await ask('console.read', {});
    if (signal.aborted) return;
    // Withdrawn: this origin is none of ours any more.
    if (!reply.ok && reply.error.code === 'message_forbidden') return end.abort();
    if (!reply.ok) return;
    if (reply.value.named !== page?.named) opened = false;
    page = placed(reply.value);
    draw();
  });
  const placing = createPlacing(look);
  const tell = (asked: Promise<unknown>): void => void asked.then(look);

  layWire({ beats: true, onRing: look, onOrphaned: () => end.abort(), signal });
  onNavigated(look, signal);
  const moveOn = setInterval(draw, moveOnMs);
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(moveOn);
      render(null, place);
    },
    { once: true },
  );
}
