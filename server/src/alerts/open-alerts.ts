import type { Clock } from '../clock.ts';
import type { MailServer } from '../mail/mail.ts';
import { createMailSender } from '../mail/send-mail.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Store } from '../storage/store.ts';
import type { Job } from '../work/run-work.ts';
import { createAlertTargets } from './alert-targets.ts';
import { createAlertWorker } from './alert-worker.ts';
import type { Channel, Channels } from './channel.ts';
import { letterContext, type LetterPlaces } from './letter-context.ts';
import { createMailChannel } from './mail-channel.ts';
import { postAlert } from './send-alert.ts';
import { createWebhookChannel } from './webhook-channel.ts';

/** What the deployment says of alerts. */
export interface AlertConfiguration extends LetterPlaces {
  readonly publicUrl: string;
  readonly alertHosts: readonly string[];
  readonly mail: MailServer | null;
}

interface AlertSettings {
  readonly configuration: AlertConfiguration;
  readonly store: Store;
  readonly sealer: Sealer;
  readonly now: Clock;
}

/** Where alerts are sent, and what sends them beside the answers. Without a mail server those that go by mail wait for one. */
export function openAlerts(settings: AlertSettings) {
  const { configuration, store, sealer, now } = settings;
  const namedHosts = configuration.alertHosts;
  const channels: Channels = {
    webhook: createWebhookChannel({ sealer, post: postAlert, namedHosts, now }),
    mail: mailChannel(settings),
  };
  const job = (kind: string, channel: Channel): Job => ({
    kind,
    everyMs: 1_000,
    run: createAlertWorker({ store, channel, now }),
  });
  return {
    targets: createAlertTargets({ store, sealer, channels, namedHosts, now }),
    jobs: [job('alerts', channels.webhook), ...(channels.mail === null ? [] : [job('alert-mails', channels.mail)])],
  };
}

function mailChannel({ configuration, store }: AlertSettings): Channel | null {
  const { mail, publicUrl, providerName } = configuration;
  if (mail === null) return null;
  return createMailChannel({
    send: createMailSender(mail, { name: providerName, host: new URL(publicUrl).hostname }),
    from: mail.from,
    publicUrl,
    contextOf: letterContext(store, configuration),
  });
}
