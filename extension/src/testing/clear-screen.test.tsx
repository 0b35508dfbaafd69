import { render } from '@testing-library/preact';
import { useEffect } from 'preact/hooks';
import { expect, test } from 'vitest';
import { clearScreen } from './clear-screen.ts';

test('once the screen is clear, each effect of what was drawn has ended', () => {
  const ended: string[] = [];
  const Part = ({ name }: { readonly name: string }) => {
    useEffect(() => () => void ended.push(name), [name]);
    return <p>{name}</p>;
  };
  render(<Part name="left" />);
  render(<Part name="right" />);
  expect(ended).toEqual([]);
  clearScreen();
  expect(ended).toEqual(['left', 'right']);
  expect(document.body.textContent).toBe('');
});
