import { signal, type ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The time as pages show it: ages move each second, standings (who must act) with the coarse one. */
export interface Clock {
  readonly now: () => number;
  readonly second: ReadonlySignal<number>;
  readonly coarse: ReadonlySignal<number>;
}

/** A clock that ticks until `end` aborts. */
export function startClock(now: () => number, end: AbortSignal): Clock {
  const second = signal(now());
  const coarse = signal(now());
  const timers = [setInterval(() => (second.value = now()), 1000), setInterval(() => (coarse.value = now()), 10_000)];
  end.addEventListener('abort', () => timers.forEach((timer) => clearInterval(timer)), { once: true });
  return { now, second, coarse };
}

const ClockContext = createContext<Clock | null>(null);
export const ClockProvider = ClockContext.Provider;

/** The time of this page. */
export function useClock(): Clock {
  const clock = useContext(ClockContext);
  if (clock === null) throw new Error('A page is drawn without its clock.');
  return clock;
}
