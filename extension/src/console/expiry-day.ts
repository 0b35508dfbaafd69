const dayMs = 86_400_000;

/** What the day on which an invitation ends means to people who work from Monday to Friday. */
export interface ExpiryDay {
  readonly at: string;
  /** Where that is a Saturday or a Sunday: the Friday before, at the same time of day. Null for a working day. */
  readonly lastWorkday: string | null;
}

/** Read in a time zone: a Friday evening here is a Saturday elsewhere. Holidays are not known. */
export function expiryDay(at: string, timeZone?: string): ExpiryDay {
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', ...(timeZone === undefined ? {} : { timeZone }) });
  const back = { Sat: 1, Sun: 2 }[weekday.format(new Date(at))] ?? 0;
  return { at, lastWorkday: back === 0 ? null : new Date(Date.parse(at) - back * dayMs).toISOString() };
}

/** A day by its name, as the house writes dates: 19 November, not November 19. */
export const weekdayText = (at: string, tag: string): string =>
  new Intl.DateTimeFormat(tag === 'en' ? 'en-GB' : tag, { weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(at),
  );
