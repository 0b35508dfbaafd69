import { answering, drafted, here, invited, press, proved, type Stage } from '../stage.ts';
import { twice, type Acts } from './act.ts';

const days14 = 14 * 86_400_000;

async function opened(at: Stage): Promise<void> {
  await invited(at);
  await at.browser.open(at.about.link);
}
const chosen = (at: Stage) => press(at, `/v1/invitations/${at.about.id}/method`, { method: 'invitation-link' });
async function startAddress(at: Stage): Promise<string> {
  const ticket = await press(at, `/v1/invitations/${at.about.id}/start-ticket`);
  return ((await ticket.json()) as { startPage: string }).startPage;
}

export const linkActs: Acts = {
  'the link, opened twice': {
    prepare: invited,
    act: async (at) => [await at.browser.open(at.about.link), await at.browser.open(at.about.link)],
  },
  'the link, started on two devices, and the first one answers': {
    prepare: async (at) => {
      await answering(at);
      const second = at.line.browse();
      await second.open(at.about.link);
      await second.start();
    },
    act: (at) => at.browser.get(here(at.back)),
  },
  'the link, after the invitation has expired': {
    prepare: async (at) => {
      await opened(at);
      at.line.moveClock(days14 + 1000);
      await at.browser.open(at.about.link);
    },
    act: (at) => at.browser.post('/i/start'),
  },
  'the link, after it was cancelled': {
    prepare: async (at) => {
      await opened(at);
      await press(at, `/v1/invitations/${at.about.id}/cancel`);
    },
    act: (at) => at.browser.post('/i/start'),
  },
  'the link, after the consent': { prepare: proved, act: (at) => at.browser.post('/i/start') },
  'the link without its last part': { prepare: invited, act: (at) => at.browser.get('/i') },
  'the link, cut short': { prepare: invited, act: (at) => at.browser.open(at.about.link.slice(0, -1)) },
  'the link with nothing after `#`': {
    prepare: invited,
    act: (at) => at.browser.open(at.about.link.replace(/#.*/, '#')),
  },
  'half a code': { prepare: invited, act: (at) => at.browser.post('/i/code', { code: at.about.code.slice(0, 9) }) },
  'a code that nobody was sent': {
    prepare: invited,
    act: (at) => at.browser.post('/i/code', { code: 'ABCD-EFGH-JKMN-PQRS' }),
  },
  'a start address, opened twice': {
    prepare: async (at) => {
      await invited(at);
      const link = await startAddress(at);
      await at.browser.open(link);
      at.about = { ...at.about, link };
    },
    act: (at) => at.line.browse().open(at.about.link),
  },
  'a page of the invitation without the link': { prepare: invited, act: (at) => at.browser.get('/i/invitation') },
  'the method, twice at once': { prepare: drafted, act: (at) => twice(() => chosen(at)) },
  'Copy link, twice at once': {
    prepare: invited,
    act: (at) => twice(() => press(at, `/v1/invitations/${at.about.id}/link`)),
  },
  '“here”, twice at once': {
    prepare: invited,
    act: (at) => twice(() => press(at, `/v1/invitations/${at.about.id}/start-ticket`)),
  },
  'Cancel, twice at once': {
    prepare: invited,
    act: (at) => twice(() => press(at, `/v1/invitations/${at.about.id}/cancel`)),
  },
  'Start, twice at once': { prepare: opened, act: (at) => twice(() => at.browser.post('/i/start')) },
};
