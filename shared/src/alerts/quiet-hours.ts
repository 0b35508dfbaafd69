import * as z from 'zod/mini';

const ClockTime = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));

/** Hours of the day in which nobody wants to hear of anything, in a time zone; they may go over midnight. */
export const QuietHours = z.strictObject({
  from: ClockTime,
  until: ClockTime,
  zone: z.string().check(z.maxLength(60), z.refine(isZone)),
});
export type QuietHours = z.infer<typeof QuietHours>;

/** When an alert that is due at `at` may be sent: at once, or when the quiet hours end. */
export function sendableAt(quiet: QuietHours | null, at: Date): Date {
  if (quiet === null) return at;
  const minute = minuteOfDay(at, quiet.zone);
  const [from, until] = [minutes(quiet.from), minutes(quiet.until)];
  const isQuiet = from <= until ? minute >= from && minute < until : minute >= from || minute < until;
  if (!isQuiet) return at;
  const left = (until - minute + dayMinutes) % dayMinutes;
  // The clock may be put forward or back in between: whoever sends asks once more then.
  return new Date(Math.floor(at.getTime() / 60_000) * 60_000 + left * 60_000);
}

const dayMinutes = 1440;
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

function minuteOfDay(at: Date, zone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return minutes(format.format(at));
}

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: text }).format(0) !== '';
  } catch {
    return false;
  }
}
