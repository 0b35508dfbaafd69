import { Hono } from 'hono';
import { z } from 'zod';
import { recordStaticConsent } from '../directory/consent.ts';
import type { RequestLog } from '../log/request-log.ts';
import { lies } from '../situations/situation.ts';
import { MailFaultOrder, mailOracle } from '../mail/mail-oracle.ts';
import type { World } from '../world/world.ts';
import { consoleOracle } from '../console/console-witness.ts';
import { portalOracle } from './portal-oracle.ts';
import { comeAfterwards } from '../world/come-afterwards.ts';
import { harmRegistrations, registrationHarms } from '../world/harm-registrations.ts';
import { withdrawConsent } from '../world/conditions.ts';
import { grantSurplus } from './surplus.ts';

const times = z.int().min(1).default(1);

/** What can be made to go wrong while the sandbox runs. */
const Faults = z.strictObject({
  lie: z.enum(lies).nullable().optional(),
  settlingSeconds: z.number().min(0).optional(),
  /** Whether the customer's domains are federated with a sign-in service of its own. */
  federated: z.boolean().optional(),
  graph: z
    .strictObject({
      status: z.int().min(200).max(599),
      body: z.unknown().optional(),
      retryAfter: z.number().optional(),
      times,
      on: z.enum(['request', 'batch-item']).default('request'),
      path: z.string().optional(),
    })
    .optional(),
  token: z
    .strictObject({
      status: z.int().min(400).max(599),
      body: z.unknown(),
      retryAfter: z.number().optional(),
      times,
      grantType: z.string().optional(),
    })
    .optional(),
  /** What becomes of the next mails. */
  mail: MailFaultOrder.optional(),
  /** The customer has consented to all that the consent app asks for, without anybody who was invited. */
  consentedBefore: z.literal(true).optional(),
  /** Takes away all that the customer granted the consent app. */
  revokeGrants: z.literal(true).optional(),
  /** Grants the consent app so many permissions that nobody asked for, to everybody in the customer's tenant. */
  surplus: z.int().min(1).max(2000).optional(),
  /** What is wrong with the provider's own registrations from now on. */
  registrations: z.array(z.enum(registrationHarms)).optional(),
  /** Seconds ahead, on top of what it was moved before. */
  moveClock: z.number().optional(),
});

type Without<Undefined> = { [Key in keyof Undefined]: Exclude<Undefined[Key], undefined> };

/** Leaves out what was not said, as exact optional properties want it. */
const said = <Fault extends object>(fault: Fault): Without<Fault> =>
  Object.fromEntries(Object.entries(fault).filter(([, value]) => value !== undefined)) as Without<Fault>;

function apply(world: World, faults: z.output<typeof Faults>): void {
  const { state } = world;
  if (faults.lie !== undefined) state.faults.lie = faults.lie ?? undefined;
  if (faults.federated !== undefined) state.faults.federated = faults.federated;
  if (faults.settlingSeconds !== undefined) state.faults.settlingSeconds = faults.settlingSeconds;
  if (faults.graph) {
    const { times: count, ...fault } = faults.graph;
    state.faults.injectGraph(said(fault), count);
  }
  if (faults.token) {
    const { times: count, ...fault } = faults.token;
    state.faults.injectToken({ ...said(fault), body: fault.body }, count);
  }
  if (faults.mail) state.mailbox.inject(faults.mail.fault, faults.mail.times);
  if (faults.consentedBefore) {
    const { directory, customer, registrations } = state;
    recordStaticConsent(directory, customer.tenant.id, registrations.consent);
  }
  if (faults.revokeGrants) withdrawConsent(state);
  if (faults.surplus !== undefined) grantSurplus(state, faults.surplus);
  for (const harm of faults.registrations ?? []) harmRegistrations(world, harm);
  if (faults.moveClock !== undefined) world.clock.move(faults.moveClock);
}

/**
 * What tests may see and do behind the product's back. The product never meets this port. `writeSecret` is the file in which the
 * product finds its secret, where there is one.
 */
export function oracleService(world: World, log: RequestLog, writeSecret: (value: string) => void = () => undefined) {
  const routes = new Hono();
  routes.get('/requests', (c) => {
    const after = Number(c.req.query('after') ?? 0);
    return c.json({ requests: log.all().filter(({ sequence }) => sequence > after) });
  });
  routes.get('/state', (c) => {
    const { directory, sessions, refreshTokens } = world.state;
    const ids = directory.tenants.map(({ id }) => id);
    return c.json({
      grants: ids.flatMap((id) => directory.grants(id)),
      assignments: ids.flatMap((id) => directory.assignments(id)),
      servicePrincipals: ids.flatMap((id) => directory.servicePrincipals(id)),
      sessions: sessions.values().length,
      refreshTokens: refreshTokens.values().length,
    });
  });
  routes.post('/faults', async (c) => {
    const faults = Faults.safeParse(await c.req.json());
    if (!faults.success) return c.json({ problems: faults.error.issues }, 400);
    apply(world, faults.data);
    return c.json({ applied: true });
  });
  routes.post('/afterwards', (c) => {
    comeAfterwards(world, writeSecret);
    return c.json({ days: world.plan.situation.afterwards?.days ?? 0 });
  });
  routes.route('/portal', portalOracle(world));
  routes.route('/mails', mailOracle(world));
  routes.route('/console', consoleOracle(world));
  routes.post('/reset', (c) => {
    world.reset();
    return c.json({ reset: true });
  });
  return routes;
}
