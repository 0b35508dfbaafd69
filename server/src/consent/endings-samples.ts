import type { AdminBrowser } from '../testing/admin-browser.ts';
import type { Line, LineOptions } from '../testing/line.ts';
import { tamperingFetch } from '../testing/tampering.ts';
import { answer, invite, leave, through, type Ended } from '../testing/steps.ts';

const foreign = '7c1a2b3c-0000-4000-8000-00000000dead';
const issuerOf = (tenantId: string): string => `https://login.microsoftonline.com/${tenantId}/v2.0`;

export interface Ending {
  readonly name: string;
  readonly options?: LineOptions;
  act(line: Line, browser: AdminBrowser): Promise<Ended>;
  readonly http: number;
  readonly status: string;
  readonly owner: string;
  readonly operatorSees: string;
  readonly connections: number;
  readonly adminReads: string;
  readonly wayOn: readonly string[];
}

/** Every way in which it can end, one row each: what was done, and what everybody sees then. */
export const endings: readonly Ending[] = [
  {
    name: 'proved',
    act: (of, browser) => through(of, browser, 'approves'),
    http: 200,
    status: 'authentication_complete',
    owner: 'provider',
    operatorSees: 'authentication_complete',
    connections: 1,
    adminReads: 'Done, and proved',
    wayOn: [],
  },
  {
    name: 'box not ticked',
    act: (of, browser) => through(of, browser, 'leaves the box'),
    http: 200,
    status: 'consented',
    owner: 'customer',
    operatorSees: 'box_not_ticked',
    connections: 1,
    adminReads: 'One box was not ticked',
    wayOn: ['/i/approve-organization'],
  },
  {
    name: 'declined',
    act: (of, browser) => through(of, browser, 'declines'),
    http: 403,
    status: 'declined',
    owner: 'customer',
    operatorSees: 'declined',
    connections: 0,
    adminReads: 'The request was declined',
    wayOn: ['/i/invitation'],
  },
  {
    name: 'wrong tenant',
    options: { fetch: tamperingFetch((claims) => ({ ...claims, tid: foreign, iss: issuerOf(foreign) })) },
    act: (of, browser) => through(of, browser, 'approves'),
    http: 403,
    status: 'wrong_tenant',
    owner: 'customer',
    operatorSees: 'wrong_tenant',
    connections: 0,
    adminReads: foreign,
    wayOn: ['/i/start'],
  },
  {
    name: 'expired',
    async act(of, browser) {
      const { id, link } = await invite(of);
      await browser.open(link);
      of.moveClock(14 * 86_400_000 + 1000);
      await browser.open(link);
      return { id, response: await browser.post('/i/start') };
    },
    http: 410,
    status: 'ready',
    owner: 'provider',
    operatorSees: 'expired',
    connections: 0,
    adminReads: 'This invitation has expired',
    wayOn: [],
  },
  {
    name: 'used',
    async act(of, browser) {
      const { id, link } = await invite(of);
      await answer(of, browser, link, 'approves');
      const later = of.browse();
      await later.open(link);
      return { id, response: await later.post('/i/start') };
    },
    http: 410,
    status: 'authentication_complete',
    owner: 'provider',
    operatorSees: 'authentication_complete',
    connections: 1,
    adminReads: 'This invitation has done its work',
    wayOn: ['/i/result'],
  },
  {
    name: 'superseded start',
    async act(of, browser) {
      const { id, back } = await leave(of, browser);
      await browser.start();
      return { id, response: (await browser.comeBack(back)).first };
    },
    http: 409,
    status: 'opened',
    owner: 'customer',
    operatorSees: 'opened',
    connections: 0,
    adminReads: 'You started again in another window',
    wayOn: ['/i/start'],
  },
  {
    name: 'cancelled while Microsoft was asked',
    async act(of, browser) {
      const { id, back } = await leave(of, browser);
      await of.call('POST', `/v1/invitations/${id}/cancel`);
      return { id, response: (await browser.comeBack(back)).first };
    },
    http: 410,
    status: 'cancelled',
    owner: 'nobody',
    operatorSees: 'cancelled',
    connections: 0,
    adminReads: 'This invitation was cancelled',
    wayOn: [],
  },
  {
    name: 'incomplete link',
    async act(of, browser) {
      const { id } = await invite(of);
      return { id, response: await browser.get('/i') };
    },
    http: 200,
    status: 'ready',
    owner: 'customer',
    operatorSees: 'link_copied',
    connections: 0,
    adminReads: 'This link arrived incomplete',
    wayOn: ['/i/code'],
  },
  {
    name: 'no answer from Microsoft',
    async act(of, browser) {
      const { id, link } = await invite(of);
      await browser.open(link);
      await browser.start();
      of.moveClock(5 * 60_000);
      return { id, response: await browser.get('/i/invitation') };
    },
    http: 200,
    status: 'opened',
    owner: 'customer',
    operatorSees: 'no_answer',
    connections: 0,
    adminReads: 'Microsoft has not answered',
    wayOn: ['/i/start'],
  },
  {
    name: 'a code that Microsoft does not redeem',
    options: { lie: 'redirect-only' },
    act: (of, browser) => through(of, browser, 'approves'),
    http: 502,
    status: 'opened',
    owner: 'customer',
    operatorSees: 'opened',
    connections: 0,
    adminReads: 'Microsoft’s answer did not hold',
    wayOn: ['/i/start'],
  },
  {
    name: 'grants that are not there',
    options: { lie: 'no-grants', settlingMinutes: 1 },
    act: (of, browser) => through(of, browser, 'approves'),
    http: 200,
    status: 'consented',
    owner: 'microsoft',
    operatorSees: 'settling',
    connections: 1,
    adminReads: 'Approved',
    wayOn: [],
  },
  {
    name: 'a live read that another tenant answers',
    options: { lie: 'wrong-tenant' },
    act: (of, browser) => through(of, browser, 'approves'),
    http: 200,
    status: 'consented',
    owner: 'provider',
    operatorSees: 'other_tenant_answered',
    connections: 1,
    adminReads: 'nother organisation',
    wayOn: [],
  },
];
