import type { EvidenceLevel } from '../../validation/verdict.ts';

/** How we know, as customers read it. */
export const customerEvidence = {
  none: 'Nicht nachgewiesen',
  redirect: 'Jemand kam zurück',
  token: 'Ein Token wurde ausgestellt',
  grants: 'Aus Ihrem Mandanten zurückgelesen',
  probe: 'Durch einen Aufruf in Echtzeit nachgewiesen',
} as const satisfies Record<EvidenceLevel, string>;
