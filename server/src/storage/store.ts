import type { AlertQueue, AlertReads, AlertRepository } from '../alerts/alert-repository.ts';
import type { AuditReads, AuditRepository } from '../audit/audit-repository.ts';
import type { BrandingReads, BrandingRepository } from '../branding/branding-repository.ts';
import type { CandidateReads, CandidateRepository } from '../connections/candidate-repository.ts';
import type { ConnectionReads, ConnectionRepository } from '../connections/connection-repository.ts';
import type { StartReads, StartRepository } from '../consent/start-repository.ts';
import type { CustomerReads, CustomerRepository } from '../customers/customer-repository.ts';
import type { StandingReads } from '../customers/standing-repository.ts';
import type { GuideCodeReads, GuideCodeRepository } from '../guests/guide-code-repository.ts';
import type { IdempotencyReads, IdempotencyRepository } from '../idempotency/idempotency-repository.ts';
import type {
  InvitationMailQueue,
  InvitationMailReads,
  InvitationMailRepository,
} from '../invitation-mails/invitation-mail-repository.ts';
import type { MailTemplateReads, MailTemplateRepository } from '../mail-templates/mail-template-repository.ts';
import type { InvitationReads, InvitationRepository } from '../invitations/invitation-repository.ts';
import type { ImportItems, ImportReads, ImportRepository } from '../invitation-imports/import-repository.ts';
import type { PendingReads } from '../invitations/pending-repository.ts';
import type { StartTicketReads, StartTicketRepository } from '../invitations/start-ticket-repository.ts';
import type { VisitRepository } from '../invitations/visit-repository.ts';
import type { HoldRepository } from '../leases/hold-repository.ts';
import type { LeaseRepository } from '../leases/lease-repository.ts';
import type {
  ServiceReads,
  ServiceRepository,
  ShortNameReads,
  ShortNameRepository,
} from '../services/service-repository.ts';
import type { PasswordReads, PasswordRepository } from '../passwords/password-repository.ts';
import type { ProfileReads, ProfileRepository } from '../permissions/profile-repository.ts';
import type { PolicyReads, PolicyRepository } from '../policies/policy-repository.ts';
import type { ValidationReads, ValidationRepository } from '../validation/validation-repository.ts';
import type { RunItems, RunReads, RunRepository } from '../validation-runs/run-repository.ts';
import type { WorkPlan, WorkQueue } from '../work/work-repository.ts';

/** Reading, outside a transaction. */
export interface Reads {
  readonly customers: CustomerReads;
  readonly standings: StandingReads;
  readonly services: ServiceReads;
  readonly shortNames: ShortNameReads;
  readonly invitations: InvitationReads;
  readonly pending: PendingReads;
  readonly invitationMails: InvitationMailReads;
  readonly mailTemplates: MailTemplateReads;
  readonly imports: ImportReads;
  readonly starts: StartReads;
  readonly startTickets: StartTicketReads;
  readonly guideCodes: GuideCodeReads;
  readonly connections: ConnectionReads;
  readonly candidates: CandidateReads;
  readonly validations: ValidationReads;
  readonly runs: RunReads;
  readonly alerts: AlertReads;
  readonly policies: PolicyReads;
  readonly branding: BrandingReads;
  readonly profiles: ProfileReads;
  readonly passwords: PasswordReads;
  readonly idempotency: IdempotencyReads;
  readonly audit: AuditReads;
}

/** Everything that can be changed, inside one transaction. */
export interface Transaction {
  readonly customers: CustomerRepository;
  readonly services: ServiceRepository;
  readonly shortNames: ShortNameRepository;
  readonly invitations: InvitationRepository;
  readonly invitationMails: InvitationMailRepository;
  readonly mailTemplates: MailTemplateRepository;
  readonly imports: ImportRepository;
  readonly starts: StartRepository;
  readonly startTickets: StartTicketRepository;
  readonly guideCodes: GuideCodeRepository;
  readonly connections: ConnectionRepository;
  readonly candidates: CandidateRepository;
  readonly validations: ValidationRepository;
  readonly runs: RunRepository;
  readonly alerts: AlertRepository;
  readonly policies: PolicyRepository;
  readonly branding: BrandingRepository;
  readonly profiles: ProfileRepository;
  readonly passwords: PasswordRepository;
  readonly idempotency: IdempotencyRepository;
  readonly audit: AuditRepository;
  readonly work: WorkPlan;
}

/** Where the truth is kept. */
export interface Store {
  readonly read: Reads;
  /**
   * One transaction; what it gives is true once this resolves. Nothing remains when `work` throws, or when it changed something
   * without an audit line (`UnauditedChange`). No network I/O inside: everybody else waits.
   */
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  readonly visits: VisitRepository;
  readonly leases: LeaseRepository;
  readonly holds: HoldRepository;
  readonly runItems: RunItems;
  readonly importItems: ImportItems;
  readonly alertQueue: AlertQueue;
  readonly mailQueue: InvitationMailQueue;
  readonly work: WorkQueue;
}

/** A change without an audit line was about to be committed, and was not. */
export class UnauditedChange extends Error {
  override readonly name = 'UnauditedChange';
}

/** The database cannot be reached, is full, or refuses to write. Nothing was changed. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
}
