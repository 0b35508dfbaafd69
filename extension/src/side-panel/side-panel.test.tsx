import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { resources } from '@latchkey/shared/permissions/profile';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { ago, firstConsent } from '../../e2e/fake-api/samples.ts';
import { busyState, emptyState } from '../../e2e/fake-api/state.ts';
import { panelInvitation } from '../session/remembered.ts';
import { draw, startClean } from '../testing/draw.tsx';
import { fakeSurroundings } from '../testing/fake-surroundings.ts';
import { SidePanel } from './side-panel.tsx';

startClean();

const steps = async () => (await screen.findAllByRole('listitem')).filter((item) => item.matches('.lk-step'));

test('signed out, it offers the way in and asks nothing of the API but whose it is', async () => {
  const fake = fakeSurroundings({ signedIn: false });
  draw(fake, <SidePanel />);
  fireEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(fake.asked).toEqual(['sign-in from console']);
  expect(fake.sent.map(({ path }) => path)).toEqual(['/v1/configuration']);
});

test('while nobody signs in it says so, and leads to the console', async () => {
  const fake = fakeSurroundings({ state: emptyState() });
  draw(fake, <SidePanel />);
  await screen.findByRole('heading', { level: 1, name: 'Nobody is signing in' });
  fireEvent.click(await screen.findByRole('button', { name: 'Open the console' }));
  expect(fake.asked).toEqual(['console #/invitations']);
});

test('it stands beside the newest sign-in: whose tenant, what is asked, the box, how far it is', async () => {
  draw(fakeSurroundings({ state: busyState() }), <SidePanel />);
  await screen.findByRole('heading', { level: 1, name: 'Sign in for Tailspin Toys' });
  const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  expect(headings).toEqual(['What Microsoft will ask', 'Tick this box, then choose Accept', 'Progress']);
  expect(await screen.findByText('TeamsTelephoneNumber.ReadWrite.All')).toBeTruthy();
  expect(screen.getByText(/Global Administrator of Tailspin Toys/)).toBeTruthy();
  expect((await steps()).map((step) => within(step).getByRole('heading').textContent)).toEqual([
    'Started',
    'Microsoft’s answer',
    'Right tenant and box ticked',
    'Connection proved',
  ]);
  expect(screen.getByText('No answer from Microsoft')).toBeTruthy();
});

const telephony = { resourceAppId: resources.graph, value: 'TeamsTelephoneNumber.ReadWrite.All', required: true };

test('it says what stays and what the approval may take away, by the invitation’s own profile', async () => {
  const kept = { ...telephony, kind: 'delegated' as const };
  const consentDiff = {
    ...firstConsent,
    readAt: ago(60_000),
    adds: [],
    keeps: [kept],
    wouldRevoke: [{ resourceAppId: resources.graph, kind: 'delegated' as const, value: 'Mail.Read' }],
  };
  draw(fakeSurroundings({ state: { ...busyState(), consentDiff } }), <SidePanel />);
  await screen.findByText('Mail.Read');
  const places = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
  expect(places.slice(0, 2)).toEqual(['What is granted already, and stays', 'What the approval may take away']);
  expect(screen.queryByText('Organization.Read.All')).toBeNull();
});

test('of what an application gets there is no box to tick', async () => {
  const consentDiff = { ...firstConsent, adds: [{ ...telephony, kind: 'application' as const }] };
  draw(fakeSurroundings({ state: { ...busyState(), consentDiff } }), <SidePanel />);
  await screen.findByText('TeamsTelephoneNumber.ReadWrite.All');
  const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  expect(headings).toEqual(['What Microsoft will ask', 'Progress']);
  expect(screen.queryByText(/Nobody less is shown the box/)).toBeNull();
});

test('it stands beside the one that it was opened for', async () => {
  await panelInvitation.setValue(idOf('inv', 11));
  const fake = fakeSurroundings({ state: busyState() });
  draw(fake, <SidePanel />);
  await screen.findByRole('heading', { level: 1, name: 'Sign in for Fabrikam GmbH' });
  await waitFor(() => expect(fake.callsOf('readInvitation')).toBe(1));
  expect(screen.getByText('Authentication Complete')).toBeTruthy();
  expect((await steps()).map((step) => step.className)).toEqual([
    'lk-step is-done',
    'lk-step is-done',
    'lk-step is-proved',
    'lk-step is-proved',
  ]);
});

test('an error of Microsoft’s page is pasted and read here, with nobody at the other end: what to do, who must act', async () => {
  const fake = fakeSurroundings({ state: busyState() });
  draw(fake, <SidePanel />);
  const box = await screen.findByRole('textbox', { name: /shows an error/ });
  fake.offline = true;
  fireEvent.input(box, {
    target: { value: 'AADSTS50105: Your administrator has configured the application to block users' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'What does it mean?' }));
  await screen.findByText('AADSTS50105');
  expect(screen.getByText('The account is not assigned to the app, and the app asks for it.')).toBeTruthy();
  expect(fake.callsOf('diagnoseText')).toBe(0);
  expect(screen.getByRole('heading', { level: 1, name: 'Sign in for Tailspin Toys' })).toBeTruthy();
});

test('an empty box reads nothing', async () => {
  draw(fakeSurroundings({ state: busyState() }), <SidePanel />);
  const button = await screen.findByRole('button', { name: 'What does it mean?' });
  const before = screen.getAllByRole('status').map(({ textContent }) => textContent);
  fireEvent.click(button);
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual(before);
});

test('a text that holds the code of a sign-in is refused, and taken out of the box', async () => {
  const fake = fakeSurroundings({ state: busyState() });
  draw(fake, <SidePanel />);
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /shows an error/ });
  fireEvent.input(box, { target: { value: 'https://a.example/?code=0.AXkA1234567890abcdef' } });
  fireEvent.click(screen.getByRole('button', { name: 'What does it mean?' }));
  await screen.findByText(/carries a sign-in code/);
  expect(box.value).toBe('');
  expect(fake.callsOf('diagnoseText')).toBe(0);
});

test('it holds one change stream, and lets go of it when it closes', async () => {
  const fake = fakeSurroundings({ state: busyState() });
  const { unmount } = draw(fake, <SidePanel />);
  await waitFor(() => expect(fake.openStreams).toBe(1));
  unmount();
  await waitFor(() => expect(fake.openStreams).toBe(0));
});
