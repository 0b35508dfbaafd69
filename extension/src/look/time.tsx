import { useClock } from './clock.ts';
import { ageText, exactText, lastingText, momentText } from './moments.ts';
import { useSpeech } from './words.ts';

/** How old something is, moving with the clock. `exact` adds the time of day with its seconds. */
export function Age({ at, exact = false }: { readonly at: string; readonly exact?: boolean }) {
  const speech = useSpeech();
  const now = useClock().second.value;
  const age = ageText(at, now, speech);
  return (
    <time dir="auto" dateTime={at} title={exactText(at, speech)}>
      {exact ? `${age}, ${momentText(at, now, speech, true)}` : age}
    </time>
  );
}

/** How long something has lasted, and since when. */
export function Lasting({ since }: { readonly since: string }) {
  const speech = useSpeech();
  const now = useClock().coarse.value;
  return (
    <time dir="auto" dateTime={since} title={exactText(since, speech)}>
      {lastingText(since, now, speech)}
    </time>
  );
}

/** A moment: time of day, with the date when it is not today. */
export function Moment({ at, seconds = false }: { readonly at: string; readonly seconds?: boolean }) {
  const speech = useSpeech();
  const now = useClock().coarse.value;
  return (
    <time dir="auto" dateTime={at} title={exactText(at, speech)}>
      {momentText(at, now, speech, seconds)}
    </time>
  );
}
