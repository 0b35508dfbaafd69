import { statuses } from '@latchkey/shared/words/en/statuses';
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { guideOf, guideWithGaps } from '../../e2e/fake-api/guide-samples.ts';
import { tenantOf } from '../../e2e/fake-api/ids.ts';
import { guideForPage } from '../active-guide/for-page.ts';
import type { Corner } from '../messaging/page-guide.ts';
import { GuideCard } from './guide-card.tsx';
import { clearScreen } from '../testing/clear-screen.ts';
import { speak } from './words.ts';

const home = (count: number) => `https://entra.microsoft.com/${tenantOf(count)}/#home`;

/** Draws the card as the background would have it on the page of that address. */
function card({
  view = guideOf(1),
  address = home(1),
  near = [],
  small = false,
  now = Date.now(),
}: {
  readonly view?: ReturnType<typeof guideOf>;
  readonly address?: string;
  readonly near?: readonly Corner[];
  readonly small?: boolean;
  readonly now?: number;
}): string[] {
  const placed: string[] = [];
  const guide = guideForPage(
    { view, situation: 'known', checking: false },
    {
      checkedAt: null,
      address,
      place: { corner: 'end-bottom', small },
      language: 'en',
      found: true,
      near,
      now,
    },
  );
  render(
    <GuideCard
      guide={guide}
      speech={speak('en')}
      now={now}
      onGo={() => undefined}
      onCheck={() => undefined}
      onClose={() => undefined}
      onPlace={({ corner }) => void placed.push(corner)}
    />,
  );
  return placed;
}

const saysComplete = () => screen.queryByText(statuses.authentication_complete) !== null;
const announced = () => screen.getByRole('status').textContent;

test('once authentication is complete it says so, in the words of the popup, aloud, and with the time of the proof', () => {
  card({});
  expect(saysComplete()).toBe(true);
  screen.getByText(/^The connection was proved, \d\d:\d\d:\d\d\.$/);
  expect(announced()).toBe(`${statuses.authentication_complete}. Step 2 of 5: Open the token registration`);
});

test('so it does of an invitation that was added meanwhile', () => {
  card({ view: guideOf(1, { status: 'onboarded' }) });
  expect(saysComplete()).toBe(true);
});

test.each<[string, Parameters<typeof card>[0]]>([
  ['consented, and not proved yet', { view: guideOf(1, { status: 'consented' }) }],
  ['complete, while something that is required is missing', { view: guideWithGaps(1) }],
  ['complete, by a proof that is too old', { now: Date.now() + 40 * 3_600_000 }],
  ['complete, on the page of another tenant', { address: home(2) }],
  ['complete, where nobody says whose tenant it is', { address: 'https://entra.microsoft.com/#home' }],
])('it says nothing of it: %s', (_, drawn) => {
  card(drawn);
  expect(saysComplete()).toBe(false);
  expect(announced()).not.toContain(statuses.authentication_complete);
});

const place = () => document.querySelector('.lko-place')?.className;

test('it moves aside where it would stand on what it points at, without being put there for good', () => {
  card({});
  expect(place()).toContain('is-end-bottom');
  clearScreen();
  const placed = card({ near: ['end-bottom', 'end-top'] });
  expect(place()).toContain('is-start-bottom');
  screen.getByRole('button', { name: 'Make small' }).click();
  expect(placed, 'made small, it remembers where a person has put it').toEqual(['end-bottom']);
  screen.getByRole('button', { name: 'Move to the next corner' }).click();
  expect(placed.at(-1), 'sent on, from where it stands').toBe('start-top');
});

test('the rest of a double click on what made the card small does not open it again', () => {
  const placed = card({ small: true });
  const pill = screen.getByRole('button');
  fireEvent.click(pill, { detail: 2 });
  expect(placed).toEqual([]);
  fireEvent.click(pill, { detail: 1 });
  expect(placed).toEqual(['end-bottom']);
});
