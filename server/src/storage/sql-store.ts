import type { Kysely } from 'kysely';
import { AuditedChanges } from './audited-changes.ts';
import type { Engine } from './engine.ts';
import { alertQueue } from './repositories/alert-queue.ts';
import { alertRepository } from './repositories/alerts.ts';
import { appendAudit, auditReads } from './repositories/audit.ts';
import { candidateRepository } from './repositories/candidates.ts';
import { connectionRepository } from './repositories/connections.ts';
import { customerRepository } from './repositories/customers.ts';
import { guideCodeRepository } from './repositories/guide-codes.ts';
import { idempotencyRepository } from './repositories/idempotency.ts';
import { invitationMailQueue, invitationMailRepository } from './repositories/invitation-mails.ts';
import { mailTemplateRepository } from './repositories/mail-templates.ts';
import { importItems } from './repositories/import-items.ts';
import { importRepository } from './repositories/imports.ts';
import { invitationRepository } from './repositories/invitations.ts';
import { passwordRepository } from './repositories/passwords.ts';
import { pendingReads } from './repositories/pending.ts';
import { brandingRepository } from './repositories/branding.ts';
import { policyRepository } from './repositories/policies.ts';
import { profileRepository } from './repositories/profiles.ts';
import { serviceRepository, shortNameRepository } from './repositories/services.ts';
import { standingReads } from './repositories/standings.ts';
import { startTicketRepository, visitRepository } from './repositories/start-tickets.ts';
import { startRepository } from './repositories/starts.ts';
import { validationRepository } from './repositories/validations.ts';
import { runItems, runRepository } from './repositories/validation-runs.ts';
import { holdRepository, leaseRepository, workPlan, workQueue } from './repositories/work.ts';
import { UnauditedChange, type Reads, type Store, type Transaction } from './store.ts';
import type { Tables } from './tables.ts';

/** The store over an open engine. `onCommitted` hears of each transaction that left an audit line, once it is true. */
export function createStore(engine: Engine, onCommitted: () => void = () => undefined): Store {
  return {
    read: reads(engine.read),
    transact: async (work) => {
      const changes = new AuditedChanges();
      const result = await transaction(engine, changes, work);
      if (changes.hasLines) onCommitted();
      return result;
    },
    visits: visitRepository(engine.write),
    leases: leaseRepository(engine.write),
    holds: holdRepository(engine.write),
    runItems: runItems(engine.write, engine.kind),
    importItems: importItems(engine.write, engine.kind),
    alertQueue: alertQueue(engine.write, engine.kind),
    mailQueue: invitationMailQueue(engine.write, engine.kind),
    work: workQueue(engine.write, engine.kind),
  };
}

async function transaction<T>(
  engine: Engine,
  changes: AuditedChanges,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await engine.write.transaction().execute(async (db) => {
      const result = await work(repositories(db.withPlugin(changes), engine.kind));
      if (changes.isUnaudited) throw new UnauditedChange('a change without an audit line was rolled back');
      return result;
    });
  } catch (error) {
    throw engine.translate(error);
  }
}

const reads = (db: Kysely<Tables>): Reads => ({
  customers: customerRepository(db),
  standings: standingReads(db),
  services: serviceRepository(db),
  shortNames: shortNameRepository(db),
  invitations: invitationRepository(db),
  pending: pendingReads(db),
  invitationMails: invitationMailRepository(db),
  mailTemplates: mailTemplateRepository(db),
  imports: importRepository(db),
  starts: startRepository(db),
  startTickets: startTicketRepository(db),
  guideCodes: guideCodeRepository(db),
  connections: connectionRepository(db),
  candidates: candidateRepository(db),
  validations: validationRepository(db),
  runs: runRepository(db),
  alerts: alertRepository(db),
  policies: policyRepository(db),
  branding: brandingRepository(db),
  profiles: profileRepository(db),
  passwords: passwordRepository(db),
  idempotency: idempotencyRepository(db),
  audit: auditReads(db),
});

const repositories = (db: Kysely<Tables>, kind: Engine['kind']): Transaction => ({
  customers: customerRepository(db),
  services: serviceRepository(db),
  shortNames: shortNameRepository(db),
  invitations: invitationRepository(db),
  invitationMails: invitationMailRepository(db),
  mailTemplates: mailTemplateRepository(db),
  imports: importRepository(db),
  starts: startRepository(db),
  startTickets: startTicketRepository(db),
  guideCodes: guideCodeRepository(db),
  connections: connectionRepository(db),
  candidates: candidateRepository(db),
  validations: validationRepository(db),
  runs: runRepository(db),
  alerts: alertRepository(db),
  policies: policyRepository(db),
  branding: brandingRepository(db),
  profiles: profileRepository(db),
  passwords: passwordRepository(db),
  idempotency: idempotencyRepository(db),
  audit: { ...auditReads(db), append: (entry) => appendAudit(db, kind, entry) },
  work: workPlan(db),
});
