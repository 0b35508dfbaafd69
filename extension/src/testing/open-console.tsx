import { screen } from '@testing-library/preact';
import { busyState } from '../../e2e/fake-api/state.ts';
import { Console } from '../console/console.tsx';
import { draw } from './draw.tsx';
import { fakeSurroundings, type FakeSurroundings } from './fake-surroundings.ts';

/** A button, once it is there. */
export const button = (name: string | RegExp) => screen.findByRole('button', { name });

/** Goes to a place of the console. happy-dom moves the fragment and tells nobody. */
export function goTo(hash: string): void {
  location.hash = hash;
  dispatchEvent(new Event('hashchange'));
}

/** Opens the console at a place, for a busy provider. */
export async function openAt(
  hash: string,
  wishes: Parameters<typeof fakeSurroundings>[0] = {},
): Promise<FakeSurroundings> {
  const fake = fakeSurroundings({ state: busyState(), ...wishes });
  goTo(hash);
  draw(fake, <Console />);
  return fake;
}
