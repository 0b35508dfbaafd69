import type { DomainSignIn } from '@latchkey/shared/api/domain-sign-in';
import type { BrandingView } from '@latchkey/shared/api/branding';
import type { CandidateView } from '@latchkey/shared/api/candidates';
import type { Configuration } from '@latchkey/shared/api/configuration';
import type { CustomerView } from '@latchkey/shared/api/customers';
import type { ServiceView } from '@latchkey/shared/api/services';
import type { PasswordStanding } from '@latchkey/shared/api/passwords';
import type { MethodPolicy } from '@latchkey/shared/api/policies';
import type { GuideView } from '@latchkey/shared/api/guides';
import type { ConsentDiffView } from '@latchkey/shared/api/permissions';
import type { InvitationMailView } from '@latchkey/shared/api/invitation-mails';
import type { MailTemplateView } from '@latchkey/shared/api/mail-templates';
import type { AdoptionView } from '@latchkey/shared/api/adoptions';
import type { ImportCheck, ImportView } from '@latchkey/shared/api/invitation-imports';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { AlertTarget } from '@latchkey/shared/api/alerts';
import type { PermissionProfileView } from '@latchkey/shared/api/permissions';
import type { LackingCustomer, PendingBefore } from '@latchkey/shared/api/approve-again';
import type { RunView } from '@latchkey/shared/api/validation-runs';
import { templateOf } from './mail-answers.ts';
import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import {
  actionNeeded,
  ago,
  connectionBehind,
  connectionOf,
  customerOf,
  invitationOf,
  serviceOf,
  verdictOf,
} from './samples.ts';

/** What the fake API knows. */
export interface FakeState {
  /** The provider's own console, where there is one. */
  console?: NonNullable<Configuration['console']>;
  sequence: number;
  role: OperatorRole;
  /** Who checks the passwords of every domain. */
  domainSignIn: DomainSignIn;
  invitations: InvitationView[];
  services: ServiceView[];
  customers: CustomerView[];
  policies: MethodPolicy[];
  /** The provider's look on the invitation pages. */
  branding: BrandingView;
  /** By customer. */
  passwords: Map<string, PasswordStanding>;
  /** New consents that are not proved yet. */
  candidates: CandidateView[];
  /** Guides by invitation; a check reads what stands here. */
  guides: GuideView[];
  /** The newest validation of many. */
  run: RunView | null;
  /** Lists of new customers, newest first. */
  imports: ImportView[];
  /** What is wrong with any list. */
  mistakes: ImportCheck['mistakes'];
  adoptions: AdoptionView[];
  alertTargets: AlertTarget[];
  /** What comes of a test message. */
  testFailure: AlertTarget['lastFailure'];
  /** The newest mail of each invitation. */
  mails: InvitationMailView[];
  /** The words of mails. */
  templates: MailTemplateView[];
  /** What a consent would change; for a tenant that was never read where nothing is said. */
  consentDiff?: ConsentDiffView;
  /** Who must approve the newest version of the provider's own profile. */
  lacking: LackingCustomer[];
  /** What a new invitation for any connection would find; nothing where nothing is said. */
  pendingBefore?: PendingBefore;
  /** How many sessions Ben Bruun has, a colleague. */
  benSessions: number;
  /** Profiles that the provider made, each in its newest version. */
  profiles: PermissionProfileView[];
}

const minute = 60_000;

/** As it is delivered: nobody has chosen anything. */
const ownBranding: BrandingView = { accent: null, logo: null, version: 0, changedAt: null, changedBy: null };

/** As it is delivered. */
const offPolicies = (): MethodPolicy[] =>
  (['known-password', 'service-account'] as const).map((method) => ({
    method,
    on: false,
    changedAt: null,
    changedBy: null,
  }));

/** Nobody yet. */
export const emptyState = (): FakeState => ({
  sequence: 0,
  role: 'Operator',
  domainSignIn: 'managed',
  invitations: [],
  services: [],
  customers: [],
  policies: offPolicies(),
  branding: ownBranding,
  passwords: new Map(),
  candidates: [],
  guides: [],
  run: null,
  imports: [],
  mistakes: [],
  adoptions: [],
  alertTargets: [],
  testFailure: null,
  mails: [],
  templates: [templateOf('invitation'), templateOf('reminder')],
  lacking: [],
  benSessions: 2,
  profiles: [],
});

/** A provider with something in every state. Contoso Ltd is customer 1 and its verdict is two hours old. */
export function busyState(): FakeState {
  const contoso = verdictOf(120 * minute);
  const settling = verdictOf(2 * minute, {
    verdict: 'settling',
    evidence: 'token',
    cause: 'propagation',
    owner: 'microsoft',
    settlingUntil: new Date(Date.now() + 4 * minute).toISOString(),
  });
  const names = [
    'Contoso Ltd',
    'Adventure Works',
    'City Power & Light',
    'Coho Winery',
    'Fourth Coffee',
    'Litware, Inc.',
  ];
  const verdicts = [
    contoso,
    verdictOf(26 * 60 * minute),
    verdictOf(50 * 60 * minute),
    actionNeeded(minute),
    verdictOf(3 * 60 * minute, { verdict: 'degraded', cause: 'permission_surplus', owner: 'customer' }),
    verdictOf(3 * minute, {
      verdict: 'blocked',
      evidence: 'none',
      cause: 'conditional_access',
      owner: 'customer',
      code: 'AADSTS53003',
    }),
  ];
  return {
    sequence: 7,
    role: 'Operator',
    domainSignIn: 'managed',
    policies: offPolicies(),
    branding: ownBranding,
    passwords: new Map(),
    candidates: [],
    guides: [],
    run: null,
    imports: [],
    mistakes: [],
    adoptions: [],
    alertTargets: [],
    testFailure: null,
    mails: [],
    templates: [templateOf('invitation'), templateOf('reminder')],
    lacking: [],
    benSessions: 2,
    profiles: [],
    services: names.map((name, index) => serviceOf(index + 1, name, verdicts[index] ?? null)),
    customers: [
      ...names.map((name, index) => customerOf(index + 1, name, connectionOf(index + 1, verdicts[index] ?? null))),
      { ...customerOf(11, 'Fabrikam GmbH', null), invitation: null },
    ],
    invitations: [
      invitationOf(11, 'Fabrikam GmbH', {
        status: 'authentication_complete',
        statusSince: ago(19 * minute),
        connection: connectionBehind(11, verdictOf(19 * minute)),
      }),
      invitationOf(12, 'Wingtip Logistics', {
        status: 'wrong_tenant',
        statusSince: ago(291 * minute),
        refusal: {
          code: 'AADSTS50020',
          owner: 'customer',
          correlationId: '2d9a4c57-8e10-4b6f-a3d2-7c5e9f01b246',
          requestId: null,
          at: ago(291 * minute),
          liftedAt: null,
        },
      }),
      invitationOf(13, 'Woodgrove Bank', {
        status: 'draft',
        method: null,
        profile: null,
        statusSince: ago(3 * minute),
      }),
      invitationOf(14, 'Northwind Traders', {
        status: 'consented',
        statusSince: ago(2 * minute),
        connection: connectionBehind(14, settling),
      }),
      invitationOf(15, 'Tailspin Toys', { status: 'opened', statusSince: ago(6 * minute), startedAt: ago(6 * minute) }),
      invitationOf(16, 'Proseware', { status: 'expired', expiresAt: ago(2 * 24 * 60 * minute) }),
    ],
  };
}
