import type { CustomerFilter } from '@latchkey/shared/api/customer-filter';
import type { CustomerStanding, StandingOrder } from '@latchkey/shared/api/customer-standings';
import { err, ok, type Result } from '@latchkey/shared/result';
import { signInEnds } from '@latchkey/shared/validation/expiry';
import type { Clock } from '../clock.ts';
import type { Reads } from '../storage/store.ts';
import type { Standing, StandingCursor } from './standing-repository.ts';

interface StandingList {
  readonly items: CustomerStanding[];
  readonly next: string | null;
  readonly total: number;
}

interface ListsStandings {
  list(
    question: { readonly filter: CustomerFilter; readonly order: StandingOrder },
    before: string | undefined,
  ): Promise<Result<StandingList, 'request_invalid'>>;
}

const pageSize = 50;

/** The list of customers as a page of it is sent. */
export const createStandingLister = (reads: Pick<Reads, 'standings'>, now: Clock): ListsStandings => ({
  async list({ filter, order }, before) {
    const after = before === undefined ? null : cursorOf(before);
    if (after === undefined) return err('request_invalid');
    const question = { filter, order, now: now().toISOString() };
    const [page, total] = await Promise.all([
      reads.standings.list(question, { after, limit: pageSize + 1 }),
      reads.standings.count(question),
    ]);
    if (page === undefined) return err('request_invalid');
    const items = page.slice(0, pageSize);
    const last = page.length > pageSize ? items.at(-1) : undefined;
    return ok({ items: items.map(standingView), next: last === undefined ? null : placeOf(last), total });
  },
});

const placeOf = ({ key, customerId }: StandingCursor): string => `${customerId} ${key}`;

function cursorOf(text: string): StandingCursor | undefined {
  const space = text.indexOf(' ');
  return space < 0 ? undefined : { customerId: text.slice(0, space), key: text.slice(space + 1) };
}

/** A row as sent. */
function standingView({ connection, customerId, fullName, tenantId, domain }: Standing): CustomerStanding {
  const verdict = connection?.verdict ?? null;
  return {
    customerId,
    fullName,
    tenantId,
    domain,
    connectionId: connection?.id ?? null,
    verdict: verdict === null ? null : partOf(verdict),
    // Where the application asks for itself nobody’s sign-in can end.
    endsAt: typeof connection?.sealedAt === 'string' ? signInEnds(connection.sealedAt) : null,
  };
}

const partOf = ({
  verdict,
  cause,
  evidence,
  owner,
  at,
  validUntil,
  settlingUntil,
}: NonNullable<CustomerStanding['verdict']>): CustomerStanding['verdict'] => ({
  verdict,
  cause,
  evidence,
  owner,
  at,
  validUntil,
  settlingUntil,
});
