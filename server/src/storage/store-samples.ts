import type { AuditEntry } from '../audit/audit-repository.ts';
import type { Connection } from '../connections/connection-repository.ts';
import type { ConsentStart } from '../consent/start-repository.ts';
import type { Customer } from '../customers/customer-repository.ts';
import type { InvitationMail } from '../invitation-mails/invitation-mail-repository.ts';
import type { Invitation, InvitationLink } from '../invitations/invitation-repository.ts';
import type { Sealed } from '../sealing/sealer.ts';
import type { Service } from '../services/service-repository.ts';
import type { Transaction } from './store.ts';

/** Records for tests: each valid as it stands, and different by `n`. */
const digits = (n: number, width: number): string => n.toString().padStart(width, '0');
const id = (prefix: string, n: number): string => `${prefix}_${digits(n, 26)}`;
const instant = (n: number): string => new Date(Date.UTC(2026, 10, 2, 9, 0, n)).toISOString();

export const sampleAudit = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  at: instant(0),
  action: 'invitation.created',
  actor: { kind: 'operator', id: '0b1f2c3d-0000-4000-8000-000000000001', name: 'Ada Berg' },
  requestId: 'req-1',
  ...change,
});

export const sampleCustomer = (n: number, change: Partial<Customer> = {}): Omit<Customer, 'version'> => ({
  id: id('cus', n),
  tenantId: `00000000-0000-4000-8000-${digits(n, 12)}`,
  domain: `contoso${n}.example`,
  cloud: 'public',
  fullName: `Contoso ${digits(n, 3)}`,
  language: 'en',
  createdAt: instant(n),
  createdBy: 'Ada Berg',
  ...change,
});

export const sampleInvitation = (n: number, change: Partial<Invitation> = {}): Omit<Invitation, 'version'> => ({
  id: id('inv', n),
  customerId: id('cus', n),
  order: {
    kind: 'direct-routing',
    fullName: `Contoso ${digits(n, 3)}`,
    shortName: `contoso${n}`,
    licenceType: 'hosted-pro',
    licensedUsers: 50,
  },
  method: null,
  profile: null,
  status: 'draft',
  statusSince: instant(n),
  startedAt: null,
  expiresAt: instant(86_400 + n),
  createdAt: instant(n),
  createdBy: { objectId: '0b1f2c3d-0000-4000-8000-000000000001', name: 'Ada Berg' },
  reference: null,
  link: null,
  refusal: null,
  newOneAskedAt: null,
  ...change,
});

export const sampleLink = (n: number, change: Partial<InvitationLink> = {}): InvitationLink => ({
  version: 1,
  keyId: 'key',
  hash: `link ${n}`,
  typedCodeHash: `code ${n}`,
  copiedAt: null,
  ...change,
});

/** One that its customer has approved: a guest may be let in. */
export const sampleConsented = (n: number): Omit<Invitation, 'version'> =>
  sampleInvitation(n, {
    method: 'invitation-link',
    profile: { id: 'direct-routing-delegated', version: 1 },
    status: 'consented',
    link: sampleLink(n),
  });

export const sampleStart = (n: number, invitationId: string): Omit<ConsentStart, 'usedAt' | 'supersededAt'> => ({
  id: id('sta', n),
  invitationId,
  kind: 'authorize',
  stateHash: `state-${n}`,
  cookieHash: `cookie-${n}`,
  sealed: `sealed-${n}` as Sealed,
  createdAt: instant(n),
});

type MadeByInvitation = { readonly invitationId: string };

export const sampleConnection = (n: number): Omit<Connection, 'version' | 'tokensVersion'> & MadeByInvitation => ({
  id: id('con', n),
  customerId: id('cus', n),
  invitationId: id('inv', n),
  method: 'invitation-link',
  profile: { id: 'direct-routing-delegated', version: 1 },
  tenantId: `00000000-0000-4000-8000-${digits(n, 12)}`,
  account: { username: 'megan@contoso.example', objectId: '5f1c2f7e-0000-4000-8000-000000000009' },
  registrationObjectId: null,
  sealedTokens: 'sealed-tokens' as Sealed,
  sealedAt: instant(n),
  consentChangedAt: instant(n),
  verdict: null,
});

export const sampleService = (n: number): Omit<Service, 'version'> & MadeByInvitation => ({
  id: id('svc', n),
  customerId: id('cus', n),
  invitationId: id('inv', n),
  order: sampleInvitation(n).order,
  addedAt: instant(n),
  addedBy: 'Ada Berg',
});

/** A mail with the link of the first invitation, due after `n` minutes. */
export const sampleMail = (n: number, change: Partial<InvitationMail> = {}): InvitationMail => ({
  id: id('mai', n),
  invitationId: id('inv', 1),
  linkVersion: 1,
  kind: 'invitation',
  to: 'megan@contoso.example',
  language: 'en',
  state: 'waiting',
  claims: 0,
  tries: 0,
  due: instant(n * 60),
  queuedAt: instant(0),
  queuedBy: { kind: 'operator', id: '0b1f2c3d-0000-4000-8000-000000000001', name: 'Ada Berg' },
  onceKey: null,
  doneAt: null,
  failure: null,
  ...change,
});

/** A customer with an invitation, as step 1 leaves them. */
export async function addSample(tx: Transaction, n: number, change: Partial<Invitation> = {}): Promise<void> {
  await tx.customers.add(sampleCustomer(n));
  await tx.invitations.add(sampleInvitation(n, change));
  await tx.audit.append(sampleAudit({ customerId: id('cus', n), invitationId: id('inv', n) }));
}
