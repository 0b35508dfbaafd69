import type { ChosenLanguage } from '@latchkey/shared/words/customer-language';
import { defaultJudgeSettings } from '@latchkey/shared/validation/judge';
import { openBranding } from './branding/open-branding.ts';
import { openAdoptions } from './adoptions/open-adoptions.ts';
import { mountAlerts } from './alerts/alert-routes.ts';
import { openAlerts, type AlertConfiguration } from './alerts/open-alerts.ts';
import type { Clock } from './clock.ts';
import { mountConnections } from './connections/connection-routes.ts';
import { createConnectionReader } from './connections/read-connections.ts';
import { createApprovalWorker } from './consent/approval-worker.ts';
import { mountCustomers, mountStandings } from './customers/customer-routes.ts';
import { createCustomerReader } from './customers/read-customers.ts';
import { createErrorDoctor } from './diagnosis/error-doctor.ts';
import { mountDiagnosis } from './diagnosis/diagnosis-routes.ts';
import { createGuideChecker } from './guides/check-guide.ts';
import { mountGuides } from './guides/guide-routes.ts';
import { createGuideReader } from './guides/read-guide.ts';
import type { Mount } from './http/call.ts';
import { allowance, usualRateLimits, type RateLimits } from './http/rate-limits.ts';
import { openInvitationMails, type InvitationMailConfiguration } from './invitation-mails/open-invitation-mails.ts';
import { openImports } from './invitation-imports/open-imports.ts';
import { createCanceller } from './invitations/cancel-invitation.ts';
import { createMethodChooser } from './invitations/choose-method.ts';
import { createLinkCopier } from './invitations/copy-link.ts';
import { createInvitationCreator } from './invitations/create-invitation.ts';
import { createExpiry } from './invitations/expire-invitations.ts';
import { mountInvitations } from './invitations/invitation-routes.ts';
import { createPageRefusals } from './invitations/page-refusals.ts';
import { openPages } from './invitations/show-page.ts';
import { createTicketMaker } from './invitations/start-ticket.ts';
import { createSwitcher } from './invitations/switch-to-link.ts';
import type { Log } from './log/log.ts';
import { openMicrosoft } from './microsoft/open-microsoft.ts';
import { createAcknowledger } from './passwords/acknowledge.ts';
import { createPasswordTaker } from './passwords/give-password.ts';
import { mountPasswords } from './passwords/password-routes.ts';
import { createPasswordKeeper } from './passwords/read-password.ts';
import { createPasswordTester } from './passwords/test-password.ts';
import { createLinkInstead } from './passwords/use-link-instead.ts';
import { openPermissions } from './permissions/open-permissions.ts';
import { mountPermissions } from './permissions/permission-routes.ts';
import { createPolicies } from './policies/policies.ts';
import { mountPolicies } from './policies/policy-routes.ts';
import { createRegistrationChecker, profilesNow } from './registrations/registration-checker.ts';
import type { RegistrationConfiguration } from './registrations/deployment.ts';
import { mountRegistrations } from './registrations/registration-routes.ts';
import type { LinkKeys } from './sealing/link-keys.ts';
import type { Sealer } from './sealing/sealer.ts';
import { createServiceAdder } from './services/add-service.ts';
import { createServiceReader } from './services/read-services.ts';
import { mountServices } from './services/service-routes.ts';
import type { KeyValue } from './storage/key-value.ts';
import { type Store } from './storage/store.ts';
import { createSignInLookUp } from './tenants/domain-sign-in.ts';
import { createTenantLookUp } from './tenants/look-up-tenant.ts';
import { mountTenants } from './tenants/tenant-routes.ts';
import { clientCredentialOf } from './validation/credentials.ts';
import { createHistoryReader } from './validation/read-history.ts';
import { openValidation } from './validation/open-validation.ts';
import { mountValidation } from './validation/validation-routes.ts';
import { openRuns } from './validation-runs/open-runs.ts';
import { mountRuns } from './validation-runs/run-routes.ts';
import type { Job } from './work/run-work.ts';
import { pageRoutes } from './page-routes.ts';

export interface DomainDependencies {
  readonly configuration: AlertConfiguration &
    InvitationMailConfiguration &
    RegistrationConfiguration & {
      readonly settlingMinutes: number;
      readonly nightly: string | null;
      readonly language: ChosenLanguage;
    };
  readonly store: Store;
  readonly cache: KeyValue;
  readonly sealer: Sealer;
  readonly linkKeys: LinkKeys;
  readonly log: Log;
  readonly fetch?: typeof globalThis.fetch;
  readonly now: Clock;
  readonly limits?: RateLimits;
}

/** The part of the composition root that knows the nouns: from Add New Customer to a validated connection. */
export function createDomain(dependencies: DomainDependencies) {
  const { configuration, store, linkKeys, sealer, now } = dependencies;
  const { publicUrl, cloud, consentClientId, providerName, settlingMinutes, invitationDays, language } = configuration;
  const { tenants, domains, signIn, idTokens, passwords, tenantState, registrations, refusalOf } =
    openMicrosoft(dependencies);
  const judgeSettings = { ...defaultJudgeSettings, settlingMs: settlingMinutes * 60_000 };
  const clientCredential = clientCredentialOf(configuration.consentCredential);
  const looking = { store, sealer, signIn, tenantState, judgeSettings, clientCredential, now };
  const { validator, candidates, job: settling } = openValidation(looking);
  const views = { cloud, clientId: consentClientId };
  const links = { store, tenants, linkKeys, publicUrl, now };
  const guides = createGuideReader(store.read, { cloud, providerName, appId: consentClientId });
  const isAllowed = allowance((dependencies.limits ?? usualRateLimits).guideCheck);
  const checker = createGuideChecker({ reads: store.read, guides, validator, candidates, isAllowed });
  const inviting = {
    creator: createInvitationCreator({ store, tenants, cloudKey: cloud.key, invitationDays, language, now }),
    chooser: createMethodChooser(links),
    copier: createLinkCopier(links),
    tickets: createTicketMaker(links),
    canceller: createCanceller(links),
    switcher: createSwitcher(links),
  };
  const imports = openImports({ ...dependencies, creator: inviting.creator });
  const adoptions = openAdoptions({ ...looking, tenants, language, cloudKey: cloud.key, log: dependencies.log });
  const alerts = openAlerts(dependencies);
  const mails = openInvitationMails({ ...dependencies, tenants });
  const keeper = createPasswordKeeper({ store, now });
  const { runs, jobs: runJobs } = openRuns({ ...dependencies, validator, schedule: configuration.nightly });
  const branding = openBranding({ store, now });
  const shown = openPages(configuration, now, branding.look);
  return {
    mountOn(mount: Mount): void {
      mountTenants(mount, createTenantLookUp(tenants, store.read, cloud.key), createSignInLookUp(domains));
      mountInvitations(mount, { ...inviting, store, now });
      mails.mountOn(mount);
      mountCustomers(mount, createCustomerReader(store.read, views));
      mountStandings(mount, { store, now });
      imports.mountOn(mount);
      adoptions.mountOn(mount);
      mountServices(mount, createServiceReader(store.read, views), createServiceAdder({ store, validator, now }));
      mountConnections(mount, createConnectionReader(store.read, views));
      mountValidation(mount, validator, createHistoryReader(store.read, now));
      mountRuns(mount, runs);
      mountAlerts(mount, alerts.targets);
      mountPermissions(mount, openPermissions({ store, validator, linkKeys, invitationDays, now }));
      mountDiagnosis(mount, createErrorDoctor(store.read));
      mountGuides(mount, { guides, checker });
      mountPolicies(mount, createPolicies({ store, now }));
      const profiles = () => profilesNow(store.read);
      mountRegistrations(mount, createRegistrationChecker({ configuration, reader: registrations, profiles, now }));
      branding.mountOn(mount);
      mountPasswords(mount, {
        acknowledger: createAcknowledger({ store, now }),
        taker: createPasswordTaker({ store, sealer, now }),
        tester: createPasswordTester({ store, sealer, passwords, idTokens, now }),
        keeper,
        linkInstead: createLinkInstead({ ...links, invitationDays }),
      });
    },
    pages: pageRoutes(dependencies, guides, shown, branding.routes, {
      ...looking,
      publicUrl,
      idTokens,
      refusalOf,
      validator,
      candidates,
    }),
    refuse: createPageRefusals(shown.pages),
    jobs: [
      ...runJobs,
      ...alerts.jobs,
      ...mails.jobs,
      settling,
      imports.job,
      adoptions.job,
      { kind: 'approval', everyMs: 1_000, run: createApprovalWorker({ store, signIn, now }).look },
      { kind: 'expire', everyMs: 60_000, run: createExpiry({ store, now }).expire },
      { kind: 'passwords', everyMs: 60_000, run: () => keeper.deleteUnused() },
      { kind: 'visits', everyMs: 600_000, run: () => store.visits.sweep(now().toISOString()) },
    ] satisfies readonly Job[],
  };
}
