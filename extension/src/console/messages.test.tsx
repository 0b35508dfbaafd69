import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, openAt } from '../testing/open-console.tsx';

startClean();

/** happy-dom opens no dialog as a modal one, so that it is found by its heading. */
async function letterOf(name: string | RegExp) {
  fireEvent.click(await button(name));
  const heading = await screen.findByRole('heading', { name: /^Message to / });
  return within(heading.closest('dialog')!);
}

test('a pending row has a letter to whoever must act, with the way there, and without the link', async () => {
  const fake = await openAt('#/invitations');
  const letter = await letterOf('Message to the customer: Wingtip Logistics');
  const body = letter.getByText(/An account of another organisation than Wingtip Logistics signed in/).textContent;
  expect(body).toContain(`${fake.api.origin}/i`);
  expect(body).toContain('Ada Berg, Northwind Voice');
  expect(body).not.toMatch(/\/i#/);
  fireEvent.click(letter.getByRole('button', { name: 'Copy message' }));
  await letter.findByText('Copied');
  expect(fake.asked.at(-1)).toBe(`copy Northwind Voice for Wingtip Logistics: one thing to do\n\n${body}`);
  expect(fake.callsOf('copyLink')).toBe(0);
});

test('the letter opens in the mail program, with nobody in its address', async () => {
  await openAt('#/invitations');
  const letter = await letterOf('Message to the customer: Wingtip Logistics');
  const href = letter.getByRole('link', { name: 'Open in your mail program' }).getAttribute('href');
  expect(href).toMatch(/^mailto:\?subject=Northwind%20Voice%20for%20Wingtip%20Logistics/);
});

test('every pending row has one', async () => {
  const { state } = await openAt('#/invitations');
  for (const { customer } of state.invitations) await button(new RegExp(`^Message to .*: ${customer.fullName}$`));
});

test('a verdict that is blocked has a letter with code and page of the right tenant', async () => {
  const { state } = await openAt(`#/services/${idOf('svc', 6)}/m365-settings`);
  const letter = await letterOf(/^Message to the customer/);
  const body = letter.getByText(/A Conditional Access policy of .* blocks our app/).textContent;
  expect(body).toContain('AADSTS53003');
  expect(body).toContain(state.services[5]!.connection!.tenantId);
});

test('what works needs no letter', async () => {
  await openAt(`#/services/${idOf('svc', 1)}/m365-settings`);
  await button('Validate Authentication');
  expect(screen.queryByRole('button', { name: /^Message to/ })).toBeNull();
});

test('what Microsoft said when it refused is in the letter, with its correlation id', async () => {
  const state = busyState();
  const [, wingtip] = state.invitations;
  const refusal = { ...wingtip!.refusal!, code: 'AADSTS50011', owner: 'provider' } as const;
  state.invitations = [{ ...wingtip!, status: 'not_allowed', refusal }];
  await openAt('#/invitations', { state });
  const letter = await letterOf('Message to your administrator: Wingtip Logistics');
  const body = letter.getByText(/The address to come back to is not one of the app’s/).textContent;
  expect(body).toContain('AADSTS50011');
  expect(body).toContain(refusal.correlationId);
  expect(body).toContain('#/invitations/');
});
