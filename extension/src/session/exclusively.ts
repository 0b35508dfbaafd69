/** Does `work` unless the same is being done in any page of the extension; then it does nothing. */
export type Exclusively = <Value>(name: string, work: () => Promise<Value>) => Promise<Value | 'elsewhere'>;

/** By the browser's own locks: they hold across pages, and end with the page that held them. */
export const exclusively: Exclusively = (name, work) =>
  navigator.locks.request(name, { ifAvailable: true }, async (lock) => (lock === null ? 'elsewhere' : work()));
