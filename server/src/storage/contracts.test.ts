import { afterEach, beforeAll, describe } from 'vitest';
import { describeAlertRepository } from '../alerts/alert-repository.contract.ts';
import { describeAuditRepository } from '../audit/audit-repository.contract.ts';
import { describeBrandingRepository } from '../branding/branding-repository.contract.ts';
import { describeCandidateRepository } from '../connections/candidate-repository.contract.ts';
import { describeConnectionRepository } from '../connections/connection-repository.contract.ts';
import { describeStartRepository } from '../consent/start-repository.contract.ts';
import { describeCustomerRepository } from '../customers/customer-repository.contract.ts';
import { describeGuideCodeRepository } from '../guests/guide-code-repository.contract.ts';
import { describeIdempotencyRepository } from '../idempotency/idempotency-repository.contract.ts';
import { describeInvitationMailRepository } from '../invitation-mails/invitation-mail-repository.contract.ts';
import { describeMailTemplateRepository } from '../mail-templates/mail-template-repository.contract.ts';
import { describeInvitationRepository } from '../invitations/invitation-repository.contract.ts';
import { describeImportRepository } from '../invitation-imports/import-repository.contract.ts';
import { describePendingReads } from '../invitations/pending-repository.contract.ts';
import { describeVisitRepository } from '../invitations/visit-repository.contract.ts';
import { describeStandingReads } from '../customers/standing-repository.contract.ts';
import { describeHoldRepository } from '../leases/hold-repository.contract.ts';
import { describeLeaseRepository } from '../leases/lease-repository.contract.ts';
import { describePasswordRepository } from '../passwords/password-repository.contract.ts';
import { describeProfileRepository } from '../permissions/profile-repository.contract.ts';
import { describeServiceRepository } from '../services/service-repository.contract.ts';
import { describeRunRepository } from '../validation-runs/run-repository.contract.ts';
import { describeWorkRepository } from '../work/work-repository.contract.ts';
import { prepareMs, temporaryStores, type TemporaryStore } from './temporary-store.ts';

const contracts = {
  alerts: describeAlertRepository,
  audit: describeAuditRepository,
  branding: describeBrandingRepository,
  customers: describeCustomerRepository,
  standings: describeStandingReads,
  services: describeServiceRepository,
  invitations: describeInvitationRepository,
  pending: describePendingReads,
  invitationMails: describeInvitationMailRepository,
  mailTemplates: describeMailTemplateRepository,
  imports: describeImportRepository,
  visits: describeVisitRepository,
  starts: describeStartRepository,
  connections: describeConnectionRepository,
  candidates: describeCandidateRepository,
  guideCodes: describeGuideCodeRepository,
  passwords: describePasswordRepository,
  profiles: describeProfileRepository,
  idempotency: describeIdempotencyRepository,
  leases: describeLeaseRepository,
  holds: describeHoldRepository,
  runs: describeRunRepository,
  work: describeWorkRepository,
} as const;

describe.each(Object.entries(temporaryStores))('on %s', (_engine, engine) => {
  beforeAll(() => engine.prepare(), prepareMs);
  let temporary: TemporaryStore | undefined;
  afterEach(async () => {
    await temporary?.close();
    temporary = undefined;
  });
  const open = async () => {
    temporary = await engine.open();
    return temporary.store;
  };
  describe.each(Object.entries(contracts))('%s', (_noun, describeContract) => describeContract(open));
});
