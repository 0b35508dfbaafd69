import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { inviteByLink } from '../stage/acts.ts';
import { JourneyStage } from '../stage/journey-stage.ts';

/* The error doctor in the console, over the real API and without it. The tests share a stage and stand in an order. */

let stage: JourneyStage;
let browser: BrowserContext;
let page: Page;
/** What went to the API from the page, address and body. */
const sent: string[] = [];

beforeAll(async () => {
  stage = await JourneyStage.open();
  browser = await stage.openOperator();
  page = await signInToConsole(browser, stage.operator);
  await inviteByLink(new ConsolePages(page), customerOf(stage.situation));
  page.on('request', (request) => {
    if (request.url().startsWith(stage.origin)) sent.push(`${request.url()} ${request.postData() ?? ''}`);
  });
  await page
    .getByRole('link', { name: 'Error doctor' })
    .or(page.getByRole('button', { name: 'Error doctor' }))
    .first()
    .click();
});
afterAll(() => stage?.close());

const result = () => page.getByRole('region', { name: 'What it says' });

async function paste(text: string): Promise<void> {
  await page.getByLabel('Text with the error').fill(text);
  await page.getByRole('button', { name: 'Read the error' }).click();
}

describe('the error doctor', { shuffle: false }, () => {
  test('of a text that names a customer’s tenant says who that is, and sends what was found, not the text', async () => {
    await paste(`AADSTS65001: canary7Qx has not consented. Tenant ID: ${stage.situation.customer.tenantId}`);
    await result().getByText(customerOf(stage.situation).fullName).waitFor();
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
    await stage.stopApi();
    await paste('AADSTS53003: Access has been blocked by Conditional Access policies.');
    await result().getByText('AADSTS53003').first().waitFor();
    await stage.startApi();
  });
});
