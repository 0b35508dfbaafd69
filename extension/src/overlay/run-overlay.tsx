import { render } from 'preact';
import { ask } from '../messaging/ask.ts';
import { layWire } from '../messaging/lay-wire.ts';
import type { PageGuide } from '../messaging/page-guide.ts';
import { onNavigated } from '../pages/navigated.ts';
import { createClosing } from './closing.ts';
import { inTurn } from './in-turn.ts';
import { GuideCard } from './guide-card.tsx';
import { createPointing } from './pointing.ts';
import { createPlacing } from './placing.ts';
import { openShadowHost } from './shadow-host.ts';
import { speak } from './words.ts';

/** Everything of an overlay in one frame, until `end` is aborted or the guide is closed. */
interface Frame {
  readonly end: AbortController;
}

/** The card and what it points at, in the top frame of a portal. */
export function runCard({ end }: Frame): void {
  const { signal } = end;
  const place = openShadowHost(signal);
  const pointing = createPointing(place, signal);
  signal.addEventListener('abort', () => render(null, place), { once: true });

  const draw = (guide: PageGuide): void => {
    const speech = speak(guide.language);
    place.lang = speech.tag;
    render(
      <GuideCard
        guide={guide}
        speech={speech}
        now={Date.now()}
        onGo={() => tell(ask('guide.go', {}))}
        onCheck={() => tell(ask('guide.check', {}))}
        onClose={closing.close}
        onPlace={(next) => {
          draw({ ...guide, ...next });
          placing.place(next);
        }}
      />,
      place.firstElementChild ?? place.appendChild(document.createElement('div')),
    );
    pointing.aim(guide.point);
  };
  const look = inTurn(async () => {
    await closing.settle();
    const placed = placing.reading();
    const reply = await ask('guide.read', {});
    if (signal.aborted || !reply.ok) return;
    if (reply.value === null) return end.abort();
    draw(placed(reply.value));
  });
  const placing = createPlacing(look);
  const closing = createClosing(look);
  const tell = (asked: Promise<unknown>): void => void asked.then(look);

  layWire({ beats: true, onRing: look, onOrphaned: () => end.abort(), signal });
  onNavigated(look, signal);
  // Back from the window of "Grant admin consent": what was done there shows now.
  addEventListener('focus', () => void ask('guide.check', {}), { signal });
}

/** What a step points at, in a frame in which the portal draws its blades. */
export function runPointer({ end }: Frame): void {
  const { signal } = end;
  const pointing = createPointing(openShadowHost(signal), signal);
  const look = inTurn(async () => {
    const reply = await ask('guide.point', {});
    if (signal.aborted || !reply.ok) return;
    if (reply.value === null) return end.abort();
    pointing.aim(reply.value.point);
  });
  layWire({ beats: false, onRing: look, onOrphaned: () => end.abort(), signal });
}
