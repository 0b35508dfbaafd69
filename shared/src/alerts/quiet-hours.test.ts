import { describe, expect, test } from 'vitest';
import { QuietHours, sendableAt } from './quiet-hours.ts';

const night = { from: '22:00', until: '07:00', zone: 'Europe/Berlin' };
const utc = (text: string) => new Date(`2026-11-02T${text}:00.000Z`);

describe('quiet hours', () => {
  test.each([
    ['20:59', '20:59'],
    ['21:00', '06:00+1'],
    ['23:30', '06:00+1'],
    ['05:59', '06:00'],
    ['06:00', '06:00'],
  ])('at %s UTC an alert may go at %s: Berlin is an hour ahead', (at, expected) => {
    const [time = '', later] = expected.split('+');
    const day = later === undefined ? 0 : 86_400_000;
    expect(sendableAt(night, utc(at))).toEqual(new Date(utc(time).getTime() + day));
  });

  test('within one day, and none at all', () => {
    const noon = { from: '12:00', until: '13:00', zone: 'UTC' };
    expect(sendableAt(noon, utc('12:30'))).toEqual(utc('13:00'));
    expect(sendableAt(noon, utc('13:00'))).toEqual(utc('13:00'));
    expect(sendableAt(noon, utc('11:59'))).toEqual(utc('11:59'));
    expect(sendableAt(null, utc('12:30'))).toEqual(utc('12:30'));
    expect(sendableAt({ ...noon, until: '12:00' }, utc('12:30'))).toEqual(utc('12:30'));
  });

  test.each([
    { ...night, from: '24:00' },
    { ...night, until: '7:00' },
    { ...night, zone: 'Europe/Nowhere' },
    { ...night, zone: '' },
  ])('%j is refused', (hours) => {
    expect(QuietHours.safeParse(hours).success).toBe(false);
  });
});
