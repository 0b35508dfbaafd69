import { pasteSamples } from '@latchkey/shared/errors/doctor/paste-samples';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { busyState } from '../../e2e/fake-api/state.ts';
import { button, goTo, openAt } from '../testing/open-console.tsx';
import { startClean } from '../testing/draw.tsx';

startClean();

const sampleNamed = (name: string): string => pasteSamples.find((sample) => sample.name === name)!.text;
const field = () => screen.findByLabelText<HTMLTextAreaElement>('Text with the error');

/** What stands in the field for whoever went to another page and came back. */
async function afterBack(): Promise<string> {
  goTo('#/services');
  await screen.findByRole('heading', { level: 1, name: 'Services' });
  goTo('#/doctor');
  return (await field()).value;
}

async function paste(text: string): Promise<HTMLElement> {
  fireEvent.input(await field(), { target: { value: text } });
  fireEvent.click(await button('Read the error'));
  const region = await screen.findByRole('region', { name: 'What it says' });
  await waitFor(() => expect(region.textContent).not.toBe(''));
  return region;
}

describe('the error doctor', () => {
  test('says the cause, who must act and the next step, with the ids', async () => {
    await openAt('#/doctor');
    const result = await paste(sampleNamed('a page in German'));
    expect(within(result).getByRole('heading').textContent).toBe('An administrator must give this consent.');
    for (const words of [
      'Send the link to a Global Administrator of the customer.',
      'Customer must act',
      'AADSTS90094',
      '2d9a4c57-8e10-4b6f-a3d2-7c5e9f01b246',
      'c41b7e02-95ad-4f38-b6c9-1e8d50a72300',
    ])
      expect(result.textContent).toContain(words);
  });

  test.each(pasteSamples)('of $name nothing is shown as good', async ({ text }) => {
    await openAt('#/doctor');
    const result = await paste(text);
    expect(result.querySelectorAll('.s-working')).toHaveLength(0);
    expect(result.textContent).not.toMatch(/\bWorking\b/);
  });

  test('names the customer whose tenant is in the text, and sends for it what was found, not the text', async () => {
    const state = busyState();
    const [contoso] = state.customers;
    const fake = await openAt('#/doctor', { state });
    const result = await paste(`AADSTS65001 tenant=${contoso!.tenantId} canary7Qx password: hunter2`);
    await within(result).findByText(contoso!.fullName);
    const [sent] = fake.sent.filter(({ path }) => path === '/v1/diagnose');
    expect(sent?.body).toEqual({ text: `AADSTS65001\nTenant ID: ${contoso!.tenantId}` });
    expect(JSON.stringify(fake.sent)).not.toMatch(/canary7Qx|hunter2/);
  });

  test('a text that names no tenant does not leave the browser', async () => {
    const fake = await openAt('#/doctor');
    const result = await paste(sampleNamed('a page in Japanese'));
    expect(result.textContent).toContain('The text names no tenant.');
    expect(fake.callsOf('diagnoseText')).toBe(0);
  });

  test('reads without a connection, and says what it could not look up', async () => {
    const fake = await openAt('#/doctor');
    await field();
    fake.offline = true;
    const result = await paste(sampleNamed('a line of a log'));
    expect(result.textContent).toContain('A Conditional Access policy blocked the sign-in.');
    await within(result).findByText('Not looked up: no connection to Latchkey.');
  });

  test('refuses a text with the code of a sign-in, clears it, and sends nothing', async () => {
    const fake = await openAt('#/doctor');
    const code = '1.AXoAkCocb6dLEU2aUgAAAAAAAQwSV3BSLzpLnT19HW8PTBIAAAA';
    const result = await paste(
      `https://a.example/consent/callback?code=${code}&tenant=${busyState().customers[0]!.tenantId} AADSTS65001`,
    );
    expect(within(result).getByRole('alert').textContent).toContain('This text carries a sign-in code');
    expect(result.textContent).not.toContain('AADSTS65001');
    expect((await field()).value).toBe('');
    expect(document.body.textContent).not.toContain(code);
    expect(JSON.stringify(fake.sent)).not.toContain(code);
    expect(fake.callsOf('diagnoseText')).toBe(0);
  });

  test('who goes to another page and back finds the text again; what was cleared stays cleared', async () => {
    await openAt('#/doctor');
    await paste(sampleNamed('a page in German'));
    expect(await afterBack()).toBe(sampleNamed('a page in German'));
    fireEvent.click(await button('Clear'));
    expect(await afterBack()).toBe('');
  });

  test.each([
    ['AADSTS7000215: invalid client_secret=q8~Zt9canary7Qx', 'canary7Qx'],
    ['AADSTS50126 for admin@contoso.com, password: canary7Qx', 'canary7Qx'],
  ])('of %s the secret is not kept, and the rest is', async (text, secret) => {
    await openAt('#/doctor');
    fireEvent.input(await field(), { target: { value: text } });
    const kept = await afterBack();
    expect(kept).not.toContain(secret);
    expect(kept).toContain(text.slice(0, 11));
  });

  test('a text with the code of a sign-in is not kept, read or not', async () => {
    await openAt('#/doctor');
    const code = '1.AXoAkCocb6dLEU2aUgAAAAAAAQwSV3BSLzpLnT19HW8PTBIAAAA';
    fireEvent.input(await field(), {
      target: { value: `https://a.example/consent/callback?code=${code} AADSTS65001` },
    });
    expect(await afterBack()).toBe('');
    expect(document.body.textContent).not.toContain(code);
  });

  test('says of a text without an error that a text proves nothing', async () => {
    await openAt('#/doctor');
    const result = await paste('Everything works, thank you.');
    expect(within(result).getByRole('heading').textContent).toBe('No error of Microsoft’s was found');
  });

  test('is one press away, from every page', async () => {
    await openAt('#/services');
    expect((await screen.findByRole('link', { name: 'Error doctor' })).getAttribute('href')).toBe('#/doctor');
  });
});
