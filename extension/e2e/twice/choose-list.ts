import type { Page } from 'playwright-core';

/** A file of one customer, in which nothing is wrong: it is read and checked before there is anything to press. */
export async function chooseList(page: Page): Promise<void> {
  const file = { name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from('x') };
  await page.getByLabel('CSV file').setInputFiles(file);
  await page.getByRole('button', { name: /^(?:Create|Adopt) \d/ }).waitFor();
}
