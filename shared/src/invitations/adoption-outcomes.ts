/** Why a consent is not adopted, besides what an invitation is refused for. Nothing is kept of such a row but this. */
export const adoptionRefusals = [
  'connection_exists',
  'not_consented',
  'wrong_tenant',
  'grants_unreadable',
  'registration_disabled',
  'registration_blocked',
  'provider_credential',
  'token_refused',
] as const;
export type AdoptionRefusal = (typeof adoptionRefusals)[number];
