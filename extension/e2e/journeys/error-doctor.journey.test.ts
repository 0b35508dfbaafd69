import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakeApi } from '../fake-api/fake-api.ts';
import { busyState } from '../fake-api/state.ts';
import { ExtensionBrowser } from '../pages/extension-browser.ts';

/* The error doctor in the console, with the API and without it. The tests share a page and stand in an order. */

let api: FakeApi;
let browser: ExtensionBrowser;
let page: Page;
/** What went to the API from the page, address and body. */
const sent: string[] = [];

beforeAll(async () => {
  api = await FakeApi.open();
  api.state = busyState();
  browser = await ExtensionBrowser.open();
  await browser.signIn(api);
  page = await browser.openPage('console.html#/doctor');
  page.on('request', (request) => {
    if (request.url().startsWith(api.origin)) sent.push(`${request.url()} ${request.postData() ?? ''}`);
  });
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

const result = () => page.getByRole('region', { name: 'What it says' });

async function paste(text: string): Promise<void> {
  await page.getByLabel('Text with the error').fill(text);
  await page.getByRole('button', { name: 'Read the error' }).click();
}

describe('the error doctor', { shuffle: false }, () => {
  test('of a text that names a customer’s tenant says who that is, and sends what was found, not the text', async () => {
    const [customer] = api.state.customers;
    await paste(`AADSTS65001: canary7Qx has not consented. Tenant ID: ${customer?.tenantId}`);
    await result()
      .getByText(customer?.fullName ?? '?')
      .waitFor();
    await result().getByText('AADSTS65001').first().waitFor();
    expect(sent.filter((one) => one.includes('/v1/diagnose'))).toHaveLength(1);
    expect(sent.join('\n')).not.toContain('canary7Qx');
    expect(await result().locator('.s-working').count(), 'a text proves nothing').toBe(0);
  });

  test('a text with a sign-in code is refused, emptied, and sent nowhere', async () => {
    sent.length = 0;
    await paste(`https://example.com/consent/callback?code=0.AXkA${'x'.repeat(60)}&state=abc`);
    await expect.poll(() => page.getByLabel('Text with the error').inputValue()).toBe('');
    expect(sent.join('\n')).not.toContain('0.AXkA');
    expect(sent.filter((one) => one.includes('/v1/diagnose'))).toEqual([]);
  });

  test('without the API it reads all the same', async () => {
    await api.close();
    await paste('AADSTS53003: Access has been blocked by Conditional Access policies.');
    await result().getByText('AADSTS53003').first().waitFor();
    await api.listen();
  });
});
