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
  /** When its link was handed over; null where it was not. */
  readonly copied: string | null;
  readonly verdict: string | null;
}

/** What is told at the end: all proved; or where the situation stopped, with what the server says of it; or how far it came. */
export function whereItStopped(scene: Scene, options: Options, proved: number, stop: NotProved | undefined): Outcome {
  if (stop === undefined) return { kind: 'allProved', line: `${proved} of 9 steps proved` };
  const meantToArrive = (administratorOf(scene.situation).adminDoes ?? 'approves') === 'approves';
  if (options.lie !== undefined || meantToArrive) return { kind: 'notAllProved', line: `${proved} of 9 steps proved` };
  return {
    kind: 'situationEnded',
    line: `situation ${options.situation}: stopped at step ${stop.step}, ${sayStanding(scene, options.situation)}`,
  };
}

/** The first two situations are known by a shorter line: the verdict speaks once there is one. */
const shorter: readonly string[] = ['fabrikam-box-not-ticked', 'northwind-declined'];

/** Status, verdict and owner as the server has them. */
function sayStanding({ audit }: Scene, situation: string): string {
  const standing = audit.value<Standing>(
    'SELECT i.status AS status, i.link_copied_at AS copied, c.verdict AS verdict FROM invitations i LEFT JOIN connections c ON c.customer_id = i.customer_id ORDER BY i.created_at DESC LIMIT 1',
  );
  if (standing === undefined) return 'no invitation';
  const { status, copied } = standing;
  const said = standing.verdict === null ? null : (JSON.parse(standing.verdict) as { verdict: string; owner: string });
  const owner = said?.owner ?? ownerOf(status, copied);
  if (!shorter.includes(situation)) return `status ${status}, verdict ${said?.verdict ?? 'none'}, owner ${owner}`;
  return said === null ? `status ${status}, owner ${owner}` : `verdict ${said.verdict}, owner ${owner}`;
}

/** While nothing was consented it is the customer's move, whatever they did last; drafts, and links that nobody has, are ours. */
const ownerOf = (status: string, copied: string | null): string =>
  status === 'draft' || status === 'expired' || (status === 'ready' && copied === null) ? 'provider' : 'customer';
