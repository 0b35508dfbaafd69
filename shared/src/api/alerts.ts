import * as z from 'zod/mini';
import { DeliveryFault } from '../alerts/delivery-fault.ts';
import { QuietHours } from '../alerts/quiet-hours.ts';
import { defineEndpoint, operatorErrors, writers } from './endpoint.ts';
import { Instant } from './schemas.ts';

/** Name of a target: lower case, digits and hyphens. */
const TargetId = z.string().check(z.regex(/^[a-z][a-z0-9-]{2,39}$/));

/** Why an alert was not taken: the status that came back, and when; neither for what is not set up at all. */
const Failure = z.strictObject({ fault: DeliveryFault, code: z.nullable(z.int()), at: z.nullable(Instant) });

/** Where alerts are sent: a system, or `mailto:` and an address. The secret by which they are signed goes in, and does not come out. */
export const AlertTarget = z.strictObject({
  id: TargetId,
  url: z.url(),
  on: z.boolean(),
  quiet: z.nullable(QuietHours),
  changedAt: Instant,
  changedBy: z.string(),
  version: z.int(),
  /** Alerts that wait to be sent, and those that were given up. */
  waiting: z.int(),
  failed: z.int(),
  deliveredAt: z.nullable(Instant),
  /** Of those that wait or were given up, the latest. */
  lastFailure: z.nullable(Failure),
});
export type AlertTarget = z.infer<typeof AlertTarget>;

export const listAlertTargets = defineEndpoint({
  method: 'GET',
  path: '/v1/alert-targets',
  summary: 'Where alerts are sent, and how that goes',
  who: writers,
  response: z.strictObject({ targets: z.array(AlertTarget) }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

export const saveAlertTarget = defineEndpoint({
  method: 'POST',
  path: '/v1/alert-targets',
  summary: 'Add a target, or change one; without a secret the one that is sealed stays. Mail needs none',
  who: ['Admin'],
  body: z.strictObject({
    id: TargetId,
    /** The version that this one follows; 0 for a new target. */
    follows: z.int().check(z.minimum(0)),
    url: z.string().check(z.maxLength(2000)),
    secret: z.optional(z.string().check(z.minLength(24), z.maxLength(200))),
    on: z.boolean(),
    quiet: z.nullable(QuietHours),
  }),
  response: AlertTarget,
  status: 200,
  errors: [...operatorErrors, 'alert_address_refused', 'alert_secret_missing', 'changed_meanwhile'],
  audit: { record: 'alert_target.saved' },
});

const params = z.strictObject({ targetId: TargetId });

export const removeAlertTarget = defineEndpoint({
  method: 'DELETE',
  path: '/v1/alert-targets/:targetId',
  summary: 'Remove a target; what waits for it is not sent',
  who: ['Admin'],
  params,
  response: 'nothing',
  status: 204,
  errors: [...operatorErrors, 'alert_target_not_found'],
  audit: { record: 'alert_target.removed' },
});

export const replayAlerts = defineEndpoint({
  method: 'POST',
  path: '/v1/alert-targets/:targetId/replay',
  summary: 'Send again every alert after a sequence of the change feed',
  who: ['Admin'],
  params,
  body: z.strictObject({ after: z.int().check(z.minimum(0)) }),
  response: z.strictObject({ queued: z.int() }),
  status: 200,
  errors: [...operatorErrors, 'alert_target_not_found'],
  audit: { record: 'alert_target.replayed' },
});

export const testAlertTarget = defineEndpoint({
  method: 'POST',
  path: '/v1/alert-targets/:targetId/test',
  summary: 'Send one message that says only that it arrives, now, and tell how that went',
  who: ['Admin'],
  params,
  response: z.strictObject({ failure: z.nullable(Failure) }),
  status: 200,
  errors: [...operatorErrors, 'alert_target_not_found'],
  audit: { record: 'alert_target.tested' },
});
