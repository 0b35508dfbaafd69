import type { Clock } from '../clock.ts';
import { createRenewer } from '../invitations/renew-invitation.ts';
import type { Mount } from '../http/call.ts';
import type { MailServer } from '../mail/mail.ts';
import { createMailSender } from '../mail/send-mail.ts';
import type { LinkKeys } from '../sealing/link-keys.ts';
import type { Store } from '../storage/store.ts';
import type { FindsTenants } from '../tenants/tenant-directory.ts';
import type { Job } from '../work/run-work.ts';
import { mountInvitationMails, type MailServices } from './mail-routes.ts';
import { createMailWorker } from './mail-worker.ts';
import { createMailPreviewer } from './preview-mail.ts';
import { createMailReader } from './read-mails.ts';
import { createReminder } from './remind-invitations.ts';
import { createInvitationSender } from './send-invitation.ts';
import { createLetterWriter, type LetterPlaces } from './write-letter.ts';

/** What the deployment says of invitations by mail. */
export interface InvitationMailConfiguration extends LetterPlaces {
  readonly mail: MailServer | null;
  readonly invitationDays: number;
  readonly remindDays: number;
}

export interface InvitationMailSettings {
  readonly configuration: InvitationMailConfiguration;
  readonly store: Store;
  readonly tenants: FindsTenants;
  readonly linkKeys: LinkKeys;
  readonly now: Clock;
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
  const worker = (server: MailServer): Job => ({
    kind: 'invitation-mails',
    everyMs: 1_000,
    run: createMailWorker({
      store,
      linkKeys,
      write,
      send: createMailSender(server, { name: providerName, host: new URL(publicUrl).hostname }),
      from: server.from,
      publicUrl,
      now,
    }),
  });
  const services: MailServices = {
    setting: { isSetUp: hasMail, invitationDays, remindDays },
    sender: createInvitationSender({ store, tenants, hasMail, now }),
    renewer: createRenewer({ store, tenants, linkKeys, invitationDays, hasMail, now }),
    mails: createMailReader(store.read),
    previewer: createMailPreviewer(store.read, write),
  };
  return {
    mountOn: (mount) => mountInvitationMails(mount, services),
    jobs:
      mail === null
        ? []
        : [worker(mail), { kind: 'remind', everyMs: 60_000, run: createReminder({ store, remindDays, now }) }],
  };
}
