import { render, type ComponentChild } from 'preact';
import { config } from 'zod/mini';
import { ClockProvider } from '../look/clock.ts';
import { SpeechProvider, type CommonWords } from '../look/words.ts';
import { openSurroundings, SurroundingsProvider, type Surroundings } from './surroundings.ts';

/** Draws a page of the extension in its language, with all that it stands on. */
export async function startPage(
  root: Element,
  english: CommonWords,
  draw: (surroundings: Surroundings) => ComponentChild,
): Promise<void> {
  // Without this zod tries to compile its parsers, and the policy of our pages (rightly) reports an attempt to evaluate code.
  config({ jitless: true });
  const end = new AbortController();
  addEventListener('pagehide', () => end.abort(), { once: true });
  const surroundings = await openSurroundings(english, end.signal);
  document.documentElement.lang = surroundings.speech.tag;
  document.documentElement.dir = surroundings.speech.direction;
  render(
    <SpeechProvider value={surroundings.speech}>
      <ClockProvider value={surroundings.clock}>
        <SurroundingsProvider value={surroundings}>{draw(surroundings)}</SurroundingsProvider>
      </ClockProvider>
    </SpeechProvider>,
    root,
  );
}
