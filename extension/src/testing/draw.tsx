import { render, type RenderResult } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { afterEach, beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ClockProvider } from '../look/clock.ts';
import { SpeechProvider } from '../look/words.ts';
import { SurroundingsProvider, type Surroundings } from '../session/surroundings.ts';
import { clearScreen } from './clear-screen.ts';

/** Draws a part of a page as the page would. */
export const draw = (surroundings: Surroundings, what: ComponentChild): RenderResult =>
  render(
    <SpeechProvider value={surroundings.speech}>
      <ClockProvider value={surroundings.clock}>
        <SurroundingsProvider value={surroundings}>{what}</SurroundingsProvider>
      </ClockProvider>
    </SpeechProvider>,
  );

/** Each test begins with nothing remembered, and leaves nothing on screen. */
export function startClean(): void {
  beforeEach(() => fakeBrowser.reset());
  afterEach(() => {
    clearScreen();
    location.hash = '';
  });
}
