import type { policyFaults } from '../../../errors/aadsts/policies.ts';

/** What happened, by Microsoft's number: what the customer's organisation does not let happen. */
export const policies = {
  50002: 'A network rule of the organisation does not let this tenant be reached.',
  50005: 'A policy does not know the kind of device that was used.',
  50097: 'A policy asks for a device that the organisation knows.',
  50129: 'A policy asks for a device that is registered with the organisation.',
  50131: 'A Conditional Access policy refused the sign-in.',
  50155: 'The device could not prove that it belongs to the organisation.',
  500021: 'Tenant restrictions of the network do not let this tenant be reached.',
  500022: 'Tenant restrictions do not let this tenant be reached.',
  53000: 'A policy asks for a compliant device, and this one is not.',
  53001: 'A policy asks for a device that is joined to the domain.',
  53002: 'A policy asks for an approved app.',
  53003: 'A Conditional Access policy blocked the sign-in.',
  53004: 'MFA cannot be registered, because the account looks at risk.',
  53010: 'MFA cannot be registered from this place or device.',
  53011: 'The account’s own organisation sees it at risk and blocks it.',
  530032: 'A security policy of the tenant blocked the sign-in.',
  530034: 'A partner’s administrator was blocked because of risk.',
  530035: 'Security defaults blocked this kind of sign-in.',
  700003: 'The device that signed in is no longer in the directory.',
  1000104: 'This tenant does not let accounts of another Microsoft cloud in.',
} as const satisfies Record<keyof typeof policyFaults, string>;
