import { ownPermission } from '../../own-permission.ts';
import { press, proved, type Stage } from '../stage.ts';
import { twice, type Acts } from './act.ts';

const profileId = 'northwind-voice';

const invite = (at: Stage, connectionId: string, body: object): Promise<Response> =>
  press(at, `/v1/connections/${connectionId}/invite-again`, body);
const connectionOf = async (at: Stage): Promise<string> =>
  (await at.line.store.read.connections.findByCustomer(at.about.customerId))!.id;

/** A customer who is connected, and asked for what the application itself would do; nobody has answered. */
async function askedAgain(at: Stage): Promise<void> {
  const connectionId = await proved(at);
  await press(at, `/v1/invitations/${at.about.id}/add`);
  const admin = await at.line.as('Admin');
  const permissions = ['offline_access', 'Directory.Read.All'].map(ownPermission);
  await admin('POST', '/v1/permission-profiles', { id: profileId, follows: 0, permissions, directoryRoles: [] });
  const asked = await invite(at, connectionId, { profileId: 'direct-routing-application' });
  at.about = { ...at.about, id: ((await asked.json()) as { invitationId: string }).invitationId };
}

export const replacementActs: Acts = {
  'a new invitation beside a pending one': {
    prepare: askedAgain,
    act: async (at) => invite(at, await connectionOf(at), { profileId }),
  },
  'a wish to replace that is a text': {
    prepare: askedAgain,
    act: async (at) => invite(at, await connectionOf(at), { profileId, replacePending: 'yes' }),
  },
  'a replacement, twice at once': {
    prepare: askedAgain,
    act: async (at) => {
      const connectionId = await connectionOf(at);
      return twice(() => invite(at, connectionId, { profileId, replacePending: true }));
    },
  },
};
