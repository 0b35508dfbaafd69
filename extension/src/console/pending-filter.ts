import type { PendingFilter } from '@latchkey/shared/api/pending-invitations';

/** What an operator chose above the pending list: spans of time, which become moments when they are asked for. */
export interface ChosenPending {
  readonly owner: NonNullable<PendingFilter['owner']> | '';
  readonly status: NonNullable<PendingFilter['status']> | '';
  readonly waitingDays: 0 | 1 | 3 | 7;
  readonly endsInDays: 0 | 2 | 7;
  readonly search: string;
}

export const noPendingFilter: ChosenPending = { owner: '', status: '', waitingDays: 0, endsInDays: 0, search: '' };

const dayMs = 86_400_000;

/** The filter as the server takes it; what is not chosen is not named. */
export function pendingFilterAt(chosen: ChosenPending, now: number): PendingFilter {
  const { owner, status, waitingDays, endsInDays } = chosen;
  const search = chosen.search.trim();
  const day = (days: number) => new Date(now + days * dayMs).toISOString();
  return {
    ...(owner === '' ? {} : { owner }),
    ...(status === '' ? {} : { status }),
    ...(waitingDays === 0 ? {} : { waitingSince: day(-waitingDays) }),
    ...(endsInDays === 0 ? {} : { expiresBefore: day(endsInDays) }),
    ...(search === '' ? {} : { search }),
  };
}

export const isPendingFiltered = (chosen: ChosenPending): boolean => Object.keys(pendingFilterAt(chosen, 0)).length > 0;
