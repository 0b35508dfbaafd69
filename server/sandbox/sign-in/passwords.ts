import { timingSafeEqual } from 'node:crypto';
import type { Person } from '../directory/records.ts';
import type { World } from '../world/world.ts';

/** Entra's smart lockout begins at ten. */
const wrongInARow = 10;

const equal = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** Checks a password and counts the wrong ones. A locked account stays locked, with the right one too. */
export function checkPassword({ state }: World, person: Person, typed: string): 'right' | 'wrong' | 'locked' {
  const wrong = state.wrongPasswords.get(person.id) ?? 0;
  if (wrong >= wrongInARow) return 'locked';
  if (equal(typed, person.password)) {
    state.wrongPasswords.delete(person.id);
    return 'right';
  }
  state.wrongPasswords.set(person.id, wrong + 1);
  return 'wrong';
}
