/** What stands around a verdict: its proof, its owner, its ids. */
export const proofs = {
  /** A verdict that was good, past its time: it says when it was, not how it is. */
  worked: 'Worked {time}',
  ownerActs: '{owner} must act',
  nobodyActs: 'Nobody has to act',
  neverValidated: 'Never validated',
  correlationId: 'Correlation id',
  requestId: 'Request id',
  code: 'Code',
  checks: 'Checks',
  validating: 'Validating with a fresh token, {seconds} s',
  validatingElsewhere: 'Validation is running in another window.',
  checkOnPortal: 'Check the permissions on the portal',
  opensTab: 'opens a tab',
  settlingUntil: 'Consented, settling until {time}',
} as const;
