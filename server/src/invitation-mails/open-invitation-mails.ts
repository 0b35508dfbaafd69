import type { ChosenLanguage } from '@latchkey/shared/words/customer-language';
import type { Clock } from '../clock.ts';
import { createRenewer } from '../invitations/renew-invitation.ts';
import type { Mount } from '../http/call.ts';
import type { MailServer, SendsMail } from '../mail/mail.ts';
import { createMailSender } from '../mail/send-mail.ts';
import type { LinkKeys } from '../sealing/link-keys.ts';
import type { Store } from '../storage/store.ts';
import type { FindsTenants } from '../tenants/tenant-directory.ts';
import type { Job } from '../work/run-work.ts';
import { allowance, usualRateLimits, type RateLimits } from '../http/rate-limits.ts';
import { createTemplateKeeper } from '../mail-templates/keep-templates.ts';
import { mountMailTemplates } from '../mail-templates/mail-template-routes.ts';
import { createTemplateTrier } from '../mail-templates/try-templates.ts';
import { mountInvitationMails, type MailServices } from './mail-routes.ts';
import { createMailWorker } from './mail-worker.ts';
import { createMailPreviewer } from './preview-mail.ts';
import { createMailReader } from './read-mails.ts';
import { createReminder } from './remind-invitations.ts';
import { createInvitationSender } from './send-invitation.ts';
import { createResultWriter, type ResultPlaces } from './write-result.ts';
import { createLetterWriter, type LetterPlaces } from './write-letter.ts';

/** What the deployment says of invitations by mail. */
export interface InvitationMailConfiguration extends LetterPlaces, ResultPlaces {
  readonly mail: MailServer | null;
  readonly invitationDays: number;
  readonly remindDays: number;
  /** In which a new customer is written to where nobody says one. */
  readonly language: ChosenLanguage;
}

export interface InvitationMailSettings {
  readonly configuration: InvitationMailConfiguration;
  readonly store: Store;
  readonly tenants: FindsTenants;
  readonly linkKeys: LinkKeys;
  readonly now: Clock;
  readonly limits?: RateLimits;
}

/** Invitations by mail, and what sends them beside the answers. Without a mail server what is owed waits for one. */
export function openInvitationMails(settings: InvitationMailSettings): {
  mountOn(mount: Mount): void;
  readonly jobs: readonly Job[];
} {
  const { configuration, store, tenants, linkKeys, now } = settings;
  const { mail, invitationDays, remindDays, publicUrl, providerName } = configuration;
  const hasMail = mail !== null;
  const write = createLetterWriter(store.read, configuration);
  const send = mail === null ? null : createMailSender(mail, { name: providerName, host: new URL(publicUrl).hostname });
  const worker = (server: MailServer, sender: SendsMail): Job => ({
    kind: 'invitation-mails',
    everyMs: 1_000,
    run: createMailWorker({
      store,
      linkKeys,
      write,
      writeResult: createResultWriter(store.read, configuration),
      send: sender,
      from: server.from,
      publicUrl,
      now,
    }),
  });
  const previewer = createMailPreviewer(store.read, write);
  const services: MailServices = {
    setting: { isSetUp: hasMail, invitationDays, remindDays, language: configuration.language },
    sender: createInvitationSender({ store, tenants, hasMail, now }),
    renewer: createRenewer({ store, tenants, linkKeys, invitationDays, hasMail, now }),
    mails: createMailReader(store.read),
    previewer,
  };
  const templates = {
    keeper: createTemplateKeeper({ store, now }),
    trier: createTemplateTrier({
      store,
      places: configuration,
      previewer,
      server: mail,
      send,
      isAllowed: allowance((settings.limits ?? usualRateLimits).testMail),
      now,
    }),
  };
  return {
    mountOn(mount) {
      mountInvitationMails(mount, services);
      mountMailTemplates(mount, templates);
    },
    jobs:
      mail === null || send === null
        ? []
        : [worker(mail, send), { kind: 'remind', everyMs: 60_000, run: createReminder({ store, remindDays, now }) }],
  };
}
