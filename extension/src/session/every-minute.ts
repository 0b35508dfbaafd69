import { browser } from 'wxt/browser';

/** Wakes the worker each minute for as long as `wanted` says so. To be called before anything is awaited. */
export function everyMinute(name: string, work: () => void): { want(wanted: boolean): Promise<void> } {
  browser.alarms.onAlarm.addListener((alarm) => alarm.name === name && work());
  return {
    async want(wanted) {
      const set = (await browser.alarms.get(name)) !== undefined;
      if (wanted && !set) await browser.alarms.create(name, { periodInMinutes: 1 });
      if (!wanted && set) await browser.alarms.clear(name);
    },
  };
}
