import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { FocusKept } from './focus-kept.tsx';

const drawn = (waits: boolean) => (
  <>
    <button type="button">Elsewhere</button>
    <FocusKept label="Validate Authentication">
      {waits ? <p>Validating</p> : <button type="button">Validate</button>}
    </FocusKept>
  </>
);
const place = () => screen.getByRole('group', { name: 'Validate Authentication' });

test('a focus that was in what went stays at its place', () => {
  const { rerender } = render(drawn(false));
  screen.getByRole('button', { name: 'Validate' }).focus();
  rerender(drawn(true));
  expect(document.activeElement).toBe(place());
  rerender(drawn(false));
  expect(document.activeElement).toBe(place());
});

test('a focus that was elsewhere stays there, and one that nobody had goes nowhere', () => {
  const { rerender } = render(drawn(false));
  rerender(drawn(true));
  expect(document.activeElement).toBe(document.body);
  screen.getByRole('button', { name: 'Elsewhere' }).focus();
  rerender(drawn(false));
  expect(document.activeElement?.textContent).toBe('Elsewhere');
});

test('a focus whose element stays is left alone', () => {
  const { rerender } = render(drawn(false));
  const button = screen.getByRole('button', { name: 'Validate' });
  button.focus();
  rerender(drawn(false));
  expect(document.activeElement).toBe(button);
});
