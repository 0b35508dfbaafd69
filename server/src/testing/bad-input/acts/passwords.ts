import { acknowledgement, typed } from '../../password-steps.ts';
import { press, type Stage } from '../stage.ts';
import { twice, type Act, type Acts } from './act.ts';

const situation = 'woodgrove-known-password';

/** A customer who is to be secured by a password, with one that was typed before. */
async function prepare(at: Stage): Promise<void> {
  const { id, customerId } = await typed(at.line);
  at.about = { ...at.about, id, customerId };
}
const given = (at: Stage, change: object): Promise<Response> => {
  const { username, password } = at.line.practice.admin;
  return press(at, `/v1/customers/${at.about.customerId}/password`, { username, password, ...change });
};
const gives = (change: object): Act => ({ situation, prepare, act: (at) => given(at, change) });
const acknowledged = (at: Stage, change: object = {}) =>
  press(at, `/v1/customers/${at.about.customerId}/acknowledgement`, { ...acknowledgement, ...change });

export const passwordActs: Acts = {
  'a password with spaces at its ends': gives({ password: ' with spaces ' }),
  'an empty password': gives({ password: '' }),
  'a password of 257 characters': gives({ password: 'x'.repeat(257) }),
  'an account’s name without `@`': gives({ username: 'megan' }),
  'an acknowledgement of tomorrow': {
    situation,
    prepare,
    act: (at) =>
      acknowledged(at, { date: new Date(at.line.now().getTime() + 48 * 3_600_000).toISOString().slice(0, 10) }),
  },
  'the acknowledgement, twice at once': { situation, prepare, act: (at) => twice(() => acknowledged(at)) },
  'the password, twice at once': { situation, prepare, act: (at) => twice(() => given(at, {})) },
  'Delete, twice at once': {
    situation,
    prepare,
    act: (at) => twice(() => at.line.signed('DELETE', `/v1/customers/${at.about.customerId}/password`)),
  },
  'a new switch to the link, twice at once': {
    situation,
    prepare,
    act: (at) => twice(() => press(at, `/v1/invitations/${at.about.id}/switch-to-link`)),
  },
};
