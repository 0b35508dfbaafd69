import type { LackingCustomer } from '@latchkey/shared/api/approve-again';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { prepareMs, temporaryStores } from '../storage/temporary-store.ts';
import type { Caller } from './caller.ts';
import { startLine, type Line } from './line.ts';
import { ownPermission } from './own-permission.ts';
import { answer, invite } from './steps.ts';

/** The profile that a customer is to approve again. */
export const profileId = 'northwind-voice';
export const replacing = { replacePending: true };
export const engines = Object.keys(temporaryStores) as (keyof typeof temporaryStores)[];

export interface Invited {
  readonly made: { readonly customerId: string; readonly invitationId: string }[];
  readonly replaced: number;
  readonly pending: string[];
  readonly code?: string;
}

/** Before each test: version 2 of a profile was asked for, nobody has answered, and now there is a version 3. */
export function replaceStage(engine: keyof typeof temporaryStores) {
  let line: Line;
  let admin: Caller;
  let customerId: string;
  let connectionId: string;
  let older: string;
  let olderLink: string;
  /** What happens while Microsoft is asked what was granted. */
  let meanwhile: (() => Promise<unknown>) | undefined;
  const atGraph: typeof globalThis.fetch = async (input, init) => {
    const now = String(input).includes('$batch') ? meanwhile : undefined;
    if (now !== undefined) meanwhile = undefined;
    await now?.();
    return fetch(input, init);
  };
  const save = (follows: number, values: readonly string[], id = profileId) =>
    admin('POST', '/v1/permission-profiles', {
      id,
      follows,
      permissions: ['offline_access', 'Directory.Read.All', ...values].map(ownPermission),
      directoryRoles: [],
    });
  const inviteAll = (body: object = {}, by = line.call) =>
    by<Invited>('POST', `/v1/permission-profiles/${profileId}/invite-again`, body);
  const linkOf = async (id: string) =>
    (await line.call<{ link: string }>('POST', `/v1/invitations/${id}/link`)).body.link;

  beforeAll(async () => void (await temporaryStores[engine].prepare()), prepareMs);
  beforeEach(async () => {
    meanwhile = undefined;
    line = await startLine({ engine, fetch: atGraph });
    admin = await line.as('Admin');
    await save(0, []);
    const { id, link } = await invite(line, { profileId });
    await answer(line, line.browse(), link, 'approves');
    await line.call('POST', `/v1/invitations/${id}/add`);
    customerId = (await line.store.read.invitations.find(id))!.customerId;
    connectionId = (await line.store.read.connections.findByCustomer(customerId))!.id;
    await save(1, ['Organization.Read.All']);
    older = (await inviteAll()).body.made[0]!.invitationId;
    olderLink = await linkOf(older);
    await save(2, ['Organization.Read.All', 'User.Read.All']);
  });
  afterEach(() => line.stop());

  return {
    get line() {
      return line;
    },
    /** The customer, the connection, and the invitation by version 2, which was sent to nobody yet, with its link. */
    get at() {
      return { customerId, connectionId, older, olderLink };
    },
    save,
    /** The Admin, once their session is over. */
    signInAgain: async () => (admin = await line.as('Admin')),
    inviteAll,
    linkOf,
    whileJudged: (work: () => Promise<unknown>) => void (meanwhile = work),
    change: (body: object, to = profileId) =>
      line.call<{ invitationId: string; replaced: number; code?: string }>(
        'POST',
        `/v1/connections/${connectionId}/invite-again`,
        { profileId: to, ...body },
      ),
    lacking: async () =>
      (await line.call<{ customers: LackingCustomer[] }>('GET', `/v1/permission-profiles/${profileId}/lacking`)).body
        .customers,
    pendingIds: async () => (await line.store.read.invitations.findPendingOf([customerId])).map(({ id }) => id),
    supersededLines: async () =>
      (await line.store.read.audit.after(0, 1000)).filter(({ action }) => action === 'invitation.superseded'),
    /** Where tokens are kept. */
    tokens: async () => ({
      candidates: await line.store.read.candidates.findOfCustomers([customerId]),
      connection: await line.store.read.connections.find(connectionId),
    }),
    answerOlder: (how: Parameters<typeof answer>[3] = 'approves') => answer(line, line.browse(), olderLink, how),
  };
}
