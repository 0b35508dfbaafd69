/** Ages and moments. Relative up to a week, then the date. */
export const times = {
  justNow: 'just now',
  seconds: { one: '{count} s ago', other: '{count} s ago' },
  minutes: { one: '{count} min ago', other: '{count} min ago' },
  hours: { one: '{count} h ago', other: '{count} h ago' },
  days: { one: '{count} day ago', other: '{count} days ago' },
  since: 'since {time}',
  until: 'until {time}',
  lasting: {
    minutes: { one: '{count} min', other: '{count} min' },
    hours: { one: '{count} h', other: '{count} h' },
    days: { one: '{count} day', other: '{count} days' },
  },
} as const;
