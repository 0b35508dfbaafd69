import type { FakeState } from './state.ts';

/** Whoever is invited again has an older invitation pending. */
export const pendingIn = (state: () => FakeState) => (): FakeState => {
  const { lacking, ...rest } = state();
  return {
    ...rest,
    lacking: lacking.map((one) => ({ ...one, pending: 'replaceable' as const })),
    pendingBefore: 'replaceable',
  };
};
