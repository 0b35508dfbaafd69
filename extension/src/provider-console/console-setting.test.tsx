import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { ConsoleAccess } from '../session/console-access.ts';
import { providerConsole } from '../session/remembered.ts';
import { draw, startClean } from '../testing/draw.tsx';
import { fakeSurroundings } from '../testing/fake-surroundings.ts';
import { ConsoleOffer } from './console-offer.tsx';
import { ConsoleSetting } from './console-setting.tsx';

startClean();

const origin = 'https://console.northwindvoice.example';
const known = { name: 'Northwind console', origin, patterns: ['/services/{shortName}/*'] };

/** The browser's answers, and what was asked of it. */
function access(allowed: boolean, answers = true) {
  const asked: string[] = [];
  const listeners = new Set<() => void>();
  let now = allowed;
  const tell = () => listeners.forEach((listener) => listener());
  const fake: ConsoleAccess = {
    isAllowed: async () => now,
    allow: async (one) => {
      asked.push(`allow ${one}`);
      now = answers;
      tell();
      return answers;
    },
    withdraw: async (one) => {
      asked.push(`withdraw ${one}`);
      now = false;
      tell();
    },
    onChanged: (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
  };
  return { fake, asked, listeners };
}

const button = (name: RegExp | string) => screen.findByRole('button', { name });

test('the settings name the console and its origin, and ask the browser on a press only', async () => {
  await providerConsole.setValue(known);
  const { fake, asked, listeners } = access(false);
  const { unmount } = draw(fakeSurroundings(), <ConsoleSetting access={fake} />);
  await screen.findByText(
    /Latchkey can stand beside you on Northwind console, https:\/\/console\.northwindvoice\.example/,
  );
  expect(asked).toEqual([]);
  fireEvent.click(await button('Show Latchkey on Northwind console'));
  fireEvent.click(await button('Withdraw'));
  await button('Show Latchkey on Northwind console');
  expect(asked).toEqual([`allow ${origin}`, `withdraw ${origin}`]);
  unmount();
  await waitFor(() => expect(listeners.size).toBe(0));
});

test('a person who says no is told that nothing has changed', async () => {
  await providerConsole.setValue(known);
  const { fake } = access(false, false);
  draw(fakeSurroundings(), <ConsoleSetting access={fake} />);
  fireEvent.click(await button(/^Show Latchkey/));
  await screen.findByText('The browser did not allow it. Nothing has changed.');
});

test.each(['https://login.microsoftonline.com', 'https://*'])('%s is offered to nobody', async (wrong) => {
  await providerConsole.setValue({ ...known, origin: wrong });
  const { fake } = access(false);
  draw(fakeSurroundings(), <ConsoleSetting access={fake} />);
  await screen.findByText('The address that your provider gave for its console is none on which Latchkey works.');
  expect(screen.queryByRole('button')).toBeNull();
});

test('a provider without a console is offered nothing', async () => {
  const fake = fakeSurroundings();
  draw(fake, <ConsoleSetting access={access(false).fake} />);
  await screen.findByText('Your provider has told Latchkey of no console of its own.');
  expect(screen.queryByRole('button')).toBeNull();
});

test('the popup offers it over the console alone, and not where it is allowed already', async () => {
  await providerConsole.setValue(known);
  const first = access(false);
  const { unmount } = draw(fakeSurroundings(), <ConsoleOffer address={`${origin}/services`} access={first.fake} />);
  fireEvent.click(await button('Show Latchkey on Northwind console'));
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
  expect(first.asked).toEqual([`allow ${origin}`]);
  unmount();
  const elsewhere = access(false);
  draw(
    fakeSurroundings(),
    <ConsoleOffer address="https://console.northwindvoice.example.evil.example/" access={elsewhere.fake} />,
  );
  await waitFor(() => expect(elsewhere.listeners.size).toBe(1));
  expect(screen.queryByRole('button')).toBeNull();
});
