import { fill, plural } from '@latchkey/shared/words/fill';
import type { Speech, SpeechOf } from './words.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const clockOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Dates as the house writes them: 19 Nov, not Nov 19. A language without a region would fall back to another one's. */
const dateTag = (tag: string): string => (tag === 'en' || tag === 'en-XA' ? 'en-GB' : tag);

const isSameDay = (one: Date, other: Date): boolean => one.toDateString() === other.toDateString();

/** A moment for the eye: the time of day today, with the date on any other day. Seconds only where something was proved. */
export function momentText(at: string, now: number, { tag }: Pick<Speech, 'tag'>, seconds = false): string {
  const date = new Date(at);
  const time = seconds ? ({ ...clockOptions, second: '2-digit' } as const) : clockOptions;
  const options = isSameDay(date, new Date(now)) ? time : ({ day: 'numeric', month: 'short', ...time } as const);
  return new Intl.DateTimeFormat(dateTag(tag), options).format(date);
}

/** A day that may be far away, with its year; the time of day where it is today. */
export function dayText(at: string, now: number, speech: Speech): string {
  const date = new Date(at);
  if (isSameDay(date, new Date(now))) return momentText(at, now, speech);
  return new Intl.DateTimeFormat(dateTag(speech.tag), { dateStyle: 'medium' }).format(date);
}

/** The exact moment, for a title. */
export const exactText = (at: string, { tag }: Pick<Speech, 'tag'>): string =>
  new Intl.DateTimeFormat(dateTag(tag), { dateStyle: 'full', timeStyle: 'long' }).format(new Date(at));

/** How long ago: relative up to a week, then the date. */
export function ageText(at: string, now: number, speech: SpeechOf<'times'>): string {
  const { words, tag } = speech;
  const age = Math.max(0, now - Date.parse(at));
  if (age < 5_000) return words.times.justNow;
  if (age < minute) return plural(words.times.seconds, Math.floor(age / 1000), tag);
  if (age < hour) return plural(words.times.minutes, Math.floor(age / minute), tag);
  if (age < 2 * day) return plural(words.times.hours, Math.floor(age / hour), tag);
  if (age < 7 * day) return plural(words.times.days, Math.floor(age / day), tag);
  return momentText(at, now, speech);
}

/** How long something has lasted, and since when: "4 h 51 min, since 09:40". */
export function lastingText(since: string, now: number, speech: SpeechOf<'times'>): string {
  const { words, tag } = speech;
  const started = fill(words.times.since, { time: momentText(since, now, speech) });
  const lasted = Math.max(0, now - Date.parse(since));
  if (lasted < minute) return started;
  const { minutes, hours, days } = words.times.lasting;
  const parts =
    lasted < day
      ? [
          ...(lasted >= hour ? [plural(hours, Math.floor(lasted / hour), tag)] : []),
          plural(minutes, Math.floor((lasted % hour) / minute), tag),
        ]
      : [plural(days, Math.floor(lasted / day), tag)];
  return `${parts.join(' ')}, ${started}`;
}
