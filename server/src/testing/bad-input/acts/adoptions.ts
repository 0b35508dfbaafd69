import { press, type Stage } from '../stage.ts';
import { twice, type Acts } from './act.ts';

const header = 'full_name,short_name,tenant,licence_type,licensed_users';

/** A list of tenants that have consented, with what is wrong about it. */
const adopt = (at: Stage, { shortName = 'contoso', profileId = 'direct-routing-application', key = '' } = {}) => {
  const row = `Contoso Ltd,${shortName},${at.line.practice.situation.customer.domain},hosted-pro,50`;
  const body = JSON.stringify({ csv: `${header}\r\n${row}`, profileId });
  if (key === '') return press(at, '/v1/adoptions', JSON.parse(body) as object);
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  return at.line.signed('POST', '/v1/adoptions', { headers, body });
};

export const adoptionActs: Acts = {
  'a list to adopt with a mistake in a row': { act: (at) => adopt(at, { shortName: 'audit' }) },
  'a list to adopt by what an account carries out': {
    act: (at) => adopt(at, { profileId: 'direct-routing-delegated' }),
  },
  'a list to adopt, twice at once': { act: (at) => twice(() => adopt(at, { key: 'one-press-of-the-button' })) },
};
