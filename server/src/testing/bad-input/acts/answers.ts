import { turnOn } from '../../password-steps.ts';
import { anHour, answering, drafted, here, order, press, proved, type Stage } from '../stage.ts';
import { twice, type Act, type Acts } from './act.ts';

/** The redirect of the callback, and the page behind it. */
async function through(at: Stage): Promise<readonly Response[]> {
  const first = await at.browser.get(here(at.back));
  const location = first.headers.get('location');
  return location === null ? [first] : [first, await at.browser.get(location)];
}
const changedBack = (at: Stage, change: (search: URLSearchParams) => void): string => {
  const url = new URL(at.back);
  change(url.searchParams);
  return here(url);
};
const validated = (at: Stage, what = 'validate') => press(at, `/v1/connections/${at.about.code}/${what}`);
/** The connection's id takes the place of the code, which nobody needs any more. */
const connected = async (at: Stage) => {
  const code = await proved(at);
  at.about = { ...at.about, code };
};
const unreached = (act: Act): Act => ({
  ...act,
  act: (at) => {
    at.microsoft = 'is not reached';
    return act.act(at);
  },
});
const by = (ms: number, { prepare, act }: Act): Act => ({
  ...(prepare && { prepare }),
  act: (at) => {
    at.line.moveClock(ms);
    return act(at);
  },
});
/** What was started and answered on a clock that is wrong all the time. */
const wrongClock = (ms: number): Act => ({
  prepare: async (at) => {
    at.line.moveClock(ms);
    await answering(at);
  },
  act: through,
});
const validate: Act = { prepare: connected, act: (at) => validated(at) };
const signIn: Act = { act: (at) => at.line.signIn('Operator') };

export const answerActs: Acts = {
  'an answer without the cookie': { prepare: answering, act: (at) => at.line.browse().get(here(at.back)) },
  'an answer with the cookie of another start': {
    prepare: answering,
    act: (at) => {
      const other = at.line.browse();
      for (const [name] of at.browser.jar.all) if (name.includes('start')) other.jar.all.set(name, 'a'.repeat(43));
      return other.get(here(at.back));
    },
  },
  'an answer that was taken, once more': { prepare: proved, act: (at) => at.browser.get(here(at.back)) },
  'an answer to nothing': {
    prepare: answering,
    act: (at) => at.browser.get(changedBack(at, (search) => search.set('state', 's'.repeat(43)))),
  },
  'an answer with its state doubled': {
    prepare: answering,
    act: (at) => at.browser.get(changedBack(at, (search) => search.append('state', search.get('state')!))),
  },
  'an answer after half an hour': by(30 * 60_000 + 1, {
    prepare: answering,
    act: (at) => at.browser.get(here(at.back)),
  }),
  'an answer after the server was started again': {
    prepare: async (at) => {
      await answering(at);
      await at.line.restart();
    },
    act: through,
  },
  'an answer after the invitation was cancelled': {
    prepare: async (at) => {
      await answering(at);
      await press(at, `/v1/invitations/${at.about.id}/cancel`);
    },
    act: (at) => at.browser.get(here(at.back)),
  },
  'an answer, twice at once': { prepare: answering, act: (at) => twice(() => at.browser.get(here(at.back))) },
  'Validate, twice at once': { prepare: connected, act: (at) => twice(() => validated(at)) },
  'Check permissions, twice at once': {
    prepare: connected,
    act: (at) => twice(() => validated(at, 'permissions/check')),
  },
  'Add, twice at once': { prepare: proved, act: (at) => twice(() => press(at, `/v1/invitations/${at.about.id}/add`)) },
  'the switch of a method, twice at once': {
    act: async (at) => {
      await turnOn(at.line);
      const off = await at.line.as('Admin');
      const answers = await Promise.all(
        [1, 2].map(() => off('POST', '/v1/policies/methods/known-password', { on: false })),
      );
      return answers.map(({ status, body }) => Response.json(body, { status }));
    },
  },
  'an order while Microsoft is not reached': unreached({ act: (at) => order(at) }),
  'a method while Microsoft is not reached': unreached({
    prepare: drafted,
    act: (at) => press(at, `/v1/invitations/${at.about.id}/method`, { method: 'invitation-link' }),
  }),
  'an order while Microsoft asks to slow down': {
    act: (at) => {
      at.microsoft = 'is too busy';
      return order(at);
    },
  },
  'an answer while Microsoft is not reached': unreached({ prepare: answering, act: through }),
  'Validate while Microsoft is not reached': unreached(validate),
  'an answer while the server’s clock is an hour ahead': wrongClock(anHour),
  'an answer while the server’s clock is an hour behind': wrongClock(-anHour),
  'Validate while the server’s clock is an hour ahead': by(anHour, validate),
  'Validate while the server’s clock is an hour behind': by(-anHour, validate),
  'signing in while the server’s clock is an hour ahead': by(anHour, signIn),
  'signing in while the server’s clock is an hour behind': by(-anHour, signIn),
};
