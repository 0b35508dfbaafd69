import { render, type RenderResult } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { afterEach, beforeEach, vi } from 'vitest';
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
  beforeEach(() => {
    fakeBrowser.reset();
    // The stand-in for the browser has no permissions that could change; whoever would hear of it hears nothing.
    for (const event of [fakeBrowser.permissions.onAdded, fakeBrowser.permissions.onRemoved]) {
      vi.spyOn(event, 'addListener').mockReturnValue(undefined);
      vi.spyOn(event, 'removeListener').mockReturnValue(undefined);
    }
    vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(false as never);
  });
  afterEach(() => {
    clearScreen();
    location.hash = '';
  });
}
