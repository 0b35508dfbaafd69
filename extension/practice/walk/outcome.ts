import type { Options } from '../options.ts';
import { administratorOf } from '../stage/situation.ts';
import type { NotProved } from './proof.ts';
import type { Scene } from './scene.ts';

export interface Outcome {
  readonly kind: 'allProved' | 'situationEnded' | 'notAllProved';
  readonly line: string;
}

interface Standing {
  readonly status: string;
  readonly verdict: string | null;
}

/** What is told at the end: all proved; or where the situation stopped, with what the server says of it; or how far it came. */
export function whereItStopped(scene: Scene, options: Options, proved: number, stop: NotProved | undefined): Outcome {
  if (stop === undefined) return { kind: 'allProved', line: `${proved} of 9 steps proved` };
  const meantToArrive = (administratorOf(scene.situation).adminDoes ?? 'approves') === 'approves';
  if (options.lie !== undefined || meantToArrive) return { kind: 'notAllProved', line: `${proved} of 9 steps proved` };
  return {
    kind: 'situationEnded',
    line: `situation ${options.situation}: stopped at step ${stop.step}, ${sayStanding(scene)}`,
  };
}

/** Status, verdict and owner as the server has them: the verdict speaks once there is one. */
function sayStanding({ audit }: Scene): string {
  const standing = audit.value<Standing>(
    'SELECT i.status AS status, c.verdict AS verdict FROM invitations i LEFT JOIN connections c ON c.customer_id = i.customer_id ORDER BY i.created_at DESC LIMIT 1',
  );
  if (standing === undefined) return 'no invitation';
  if (standing.verdict === null) return `status ${standing.status}, owner ${ownerOfStatus(standing.status)}`;
  const { verdict, owner } = JSON.parse(standing.verdict) as { verdict: string; owner: string };
  return `verdict ${verdict}, owner ${owner}`;
}

/** While nothing was consented it is the customer's move, whatever they did last; drafts are ours. */
const ownerOfStatus = (status: string): string =>
  status === 'draft' || status === 'ready' || status === 'expired' ? 'provider' : 'customer';
