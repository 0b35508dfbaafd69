import type { CustomerFilter } from '@latchkey/shared/api/customer-filter';

/** What an operator chose above the list: spans of time, which become moments when they are asked for. */
export interface ChosenFilter {
  readonly verdict: NonNullable<CustomerFilter['verdict']> | '';
  readonly owner: NonNullable<CustomerFilter['owner']> | '';
  readonly olderThanDays: 0 | 1 | 7;
  readonly endsInDays: 0 | 7 | 30;
}

export const noFilter: ChosenFilter = { verdict: '', owner: '', olderThanDays: 0, endsInDays: 0 };

const dayMs = 86_400_000;

/** The filter as the server takes it; what is not chosen is not named. */
export function filterAt({ verdict, owner, olderThanDays, endsInDays }: ChosenFilter, now: number): CustomerFilter {
  const day = (days: number) => new Date(now + days * dayMs).toISOString();
  return {
    ...(verdict === '' ? {} : { verdict }),
    ...(owner === '' ? {} : { owner }),
    ...(olderThanDays === 0 ? {} : { checkedBefore: day(-olderThanDays) }),
    ...(endsInDays === 0 ? {} : { endsBefore: day(endsInDays) }),
  };
}

export const isFiltered = (chosen: ChosenFilter): boolean =>
  chosen.verdict !== '' || chosen.owner !== '' || chosen.olderThanDays !== 0 || chosen.endsInDays !== 0;
