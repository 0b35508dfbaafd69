import type { CustomerFilter } from '@latchkey/shared/api/customer-filter';
import type { StandingOrder } from '@latchkey/shared/api/customer-standings';
import type { Verdict } from '@latchkey/shared/validation/verdict';

/** A customer and how its connection stands, as a row of the list. */
export interface Standing {
  readonly customerId: string;
  readonly fullName: string;
  readonly tenantId: string;
  readonly domain: string | null;
  readonly connection: {
    readonly id: string;
    readonly sealedAt: string | null;
    readonly verdict: Verdict | null;
  } | null;
  /** Where it stands in the order that was asked for. */
  readonly key: string;
}

/** A place in an ordered list: the last row that the reader has seen. */
export interface StandingCursor {
  readonly key: string;
  readonly customerId: string;
}

export interface StandingQuestion {
  readonly filter: CustomerFilter;
  readonly order: StandingOrder;
  /** When the verdicts are read: past their time they are unknown. */
  readonly now: string;
}

export interface StandingReads {
  /** In its order, then by name. Undefined when the cursor names nobody. */
  list(
    question: StandingQuestion,
    page: { readonly after: StandingCursor | null; readonly limit: number },
  ): Promise<readonly Standing[] | undefined>;
  count(question: Pick<StandingQuestion, 'filter' | 'now'>): Promise<number>;
}
