import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { PageConsole } from '../messaging/page-console.ts';
import { ConsoleCard } from './console-card.tsx';
import { speakOnConsole } from './console-words.ts';

const now = Date.parse('2026-11-25T12:00:00Z');
const working: NonNullable<PageConsole['verdict']> = {
  verdict: 'working',
  evidence: 'probe',
  cause: 'all_proved',
  owner: 'nobody',
  at: '2026-11-25T11:59:00Z',
  settlingUntil: null,
  validUntil: '2026-11-26T23:59:00Z',
};
const invited: NonNullable<PageConsole['invitation']> = {
  status: 'authentication_complete',
  statusSince: '2026-11-25T11:00:00Z',
  startedAt: null,
  linkCopiedAt: null,
  expiresAt: '2026-12-25T11:00:00Z',
  verdict: 'working',
  cause: 'all_proved',
  settlingUntil: null,
};
const known: PageConsole = {
  situation: 'known',
  named: 'contoso',
  customer: { fullName: 'Contoso Ltd', domain: 'contoso.com' },
  verdict: working,
  hasConnection: true,
  invitation: null,
  mayWrite: true,
  validating: false,
  failed: false,
  readAt: '2026-11-25T12:00:00Z',
  corner: 'end-bottom',
  small: false,
  language: 'en',
};

/** Draws the card; gives what was pressed. */
function card(change: Partial<PageConsole>, language: 'en' | 'pseudo' = 'en'): string[] {
  const pressed: string[] = [];
  const press = (what: string) => () => void pressed.push(what);
  render(
    <ConsoleCard
      page={{ ...known, ...change }}
      speech={speakOnConsole(language)}
      now={now}
      onValidate={press('validate')}
      onResume={press('resume')}
      onSignIn={press('sign in')}
      onClose={press('close')}
      onPlace={({ corner, small }) => void pressed.push(`${corner} ${small}`)}
    />,
  );
  return pressed;
}

const button = (name: string) => screen.queryByRole('button', { name }) as HTMLButtonElement | null;

test('a connection that works says how we know, how old that is, and that it can be validated', () => {
  const pressed = card({});
  for (const text of ['Contoso Ltd', 'Working', 'Live']) screen.getByText(text);
  screen.getByText(/Proved by probe/);
  screen.getByText('1 min ago');
  expect(screen.queryByText(/must act/)).toBeNull();
  fireEvent.click(button('Validate')!);
  expect(pressed).toEqual(['validate']);
  expect(button('Resume onboarding')).toBeNull();
});

test('a proof past its time is no green', () => {
  card({ verdict: { ...working, at: '2026-11-23T11:00:00Z', validUntil: '2026-11-24T23:00:00Z' } });
  expect(screen.queryByText('Working')).toBeNull();
  screen.getByText(/Not proved/);
  screen.getByText('You must act');
});

test('what was never validated is unknown', () => {
  card({ verdict: null });
  screen.getByText('Unknown');
  screen.getByText('Never validated');
});

test('with Authentication Complete the next thing is to resume onboarding, and looks like it', () => {
  const pressed = card({ invitation: invited });
  screen.getByText('Authentication Complete');
  expect(button('Resume onboarding')!.className).toContain('lk-btn--primary');
  expect(button('Validate')!.className).not.toContain('lk-btn--primary');
  fireEvent.click(button('Resume onboarding')!);
  expect(pressed).toEqual(['resume']);
});

test('who may only read is told so in the place of what they may not do', () => {
  card({ invitation: invited, mayWrite: false });
  expect(button('Resume onboarding')).toBeNull();
  expect(button('Validate')).not.toBeNull();
  screen.getByText('Operators act here. You may read and validate.');
});

test('without a connection there is nothing to validate', () => {
  card({
    hasConnection: false,
    verdict: null,
    invitation: { ...invited, status: 'ready', verdict: null, cause: null },
  });
  screen.getByText('No connection yet');
  screen.getByText('Ready to send');
  expect(button('Validate')).toBeNull();
});

test('a link that was handed over is the customer’s to use', () => {
  const linkCopiedAt = new Date(Date.now() - 2 * 3_600_000).toISOString();
  card({ hasConnection: false, verdict: null, invitation: { ...invited, status: 'ready', linkCopiedAt } });
  screen.getByText('Link copied, not started yet');
  screen.getByText('Customer must act');
});

test('while it validates, that stands where the button was', () => {
  card({ validating: true });
  expect(screen.getAllByText(/Validating with a fresh token/).length).toBeGreaterThan(0);
  expect(button('Validate')).toBeNull();
});

test('a validation that did not take place is said, and takes no verdict away', () => {
  card({ failed: true });
  screen.getByRole('alert');
  screen.getByText('Working');
});

test('offline it says as of when, switches off what needs the server, and no longer shows a filled green', () => {
  card({ situation: 'offline' });
  screen.getByText(/^As of /);
  expect(button('Validate')!.disabled).toBe(true);
  expect(screen.getByText('Working').parentElement!.className).toContain('is-ageing');
});

test.each(['signed-out', 'nobody', 'reading', 'not-ours'] as const)(
  '%s, there is no customer and no verdict',
  (situation) => {
    card({ situation, customer: null, verdict: null, hasConnection: false, mayWrite: situation === 'not-ours' });
    expect(screen.queryByText(/Working|Contoso/)).toBeNull();
    expect(button('Validate')).toBeNull();
    expect(button('Sign in') !== null).toBe(situation === 'signed-out');
    expect(button('Add New Customer') !== null).toBe(situation === 'not-ours');
  },
);

test.each(['<img src=x onerror=alert(1)>', '\u202Eoxe.dtL osotnoC', 'a'.repeat(120)])(
  'a customer called %j is text',
  (fullName) => {
    card({ customer: { fullName, domain: null } });
    expect(screen.getAllByText(fullName)[0]!.tagName).toBe('BDI');
    expect(document.querySelector('img')).toBeNull();
  },
);

test('it speaks the other language throughout', () => {
  card({ invitation: invited }, 'pseudo');
  expect(screen.queryByText(/Validate|Working|Live|Resume/)).toBeNull();
});
