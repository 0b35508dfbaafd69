import { openConsoleStage, type ConsoleStage } from '../console/console-witness.ts';
import { openConsoleRecord, type ConsoleRecord } from '../console/console-record.ts';
import { foundDirectory, type Founded } from '../directory/found-directory.ts';
import type { Addresses } from '../directory/registrations.ts';
import type { ClientCertificate } from '../keys/client-certificate.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import { openMailbox, type Mailbox } from '../mail/mailbox.ts';
import { openOrders, type Orders } from '../portal/orders.ts';
import type { Behaviour } from '../portal/portal-data.ts';
import { openPortalStage, type PortalStage } from '../portal/portal-stage.ts';
import type { Code, RefreshToken } from '../sign-in/grants/issued.ts';
import type { Flow } from '../sign-in/flow.ts';
import type { LoginSession } from '../sign-in/sessions.ts';
import type { Lie, Situation } from '../situations/situation.ts';
import { openConsentRequests, type ConsentRequests } from '../consent-requests/consent-requests.ts';
import { openClock, type Clock } from './clock.ts';
import { noConditions, type Conditions } from './conditions.ts';
import { openFaults, type Faults } from './faults.ts';
import { openDrawer, type Drawer } from './tickets.ts';

/** Everything of the practice tenant that can change. */
interface State extends Founded {
  readonly faults: Faults;
  readonly conditions: Conditions;
  readonly flows: Drawer<Flow>;
  readonly sessions: Drawer<LoginSession>;
  readonly portalSessions: Drawer<{ readonly personId: string; readonly bladeToken: string }>;
  readonly consoleSessions: Drawer<{ readonly personId: string }>;
  readonly consoleRecord: ConsoleRecord;
  readonly consoleStage: ConsoleStage;
  readonly mailbox: Mailbox;
  readonly portal: PortalStage;
  readonly consentRequests: ConsentRequests;
  readonly codes: Drawer<Code>;
  readonly refreshTokens: Drawer<RefreshToken>;
  /** Wrong passwords in a row, by object id of the person. */
  readonly wrongPasswords: Map<string, number>;
  /** Tokens that the lie `old-token` answers with, over and over. */
  readonly oldTokens: Map<string, { readonly token: string; readonly expiresAt: number }>;
}

/** What a practice tenant is made of. */
export interface Plan {
  readonly seed: number;
  readonly situation: Situation;
  readonly addresses: Addresses;
  readonly lie: Lie | undefined;
  readonly blades: Behaviour['blades'];
  /** By what the provider's registration proves itself, besides its secret. */
  readonly certificate?: ClientCertificate | undefined;
}

/** The practice tenant as its services share it. `state` is replaced as a whole by a reset. */
export interface World {
  readonly plan: Plan;
  readonly clock: Clock;
  readonly keys: SigningKeys;
  /** Reaches every open page of the portals; a reset does not close them. */
  readonly orders: Orders;
  readonly state: State;
  reset(): void;
}

function begin({ seed, situation, addresses, lie, blades, certificate }: Plan, clock: Clock): State {
  const founded = foundDirectory(seed, situation, addresses, () => clock.now());
  if (certificate !== undefined)
    founded.directory.changeRegistration(founded.registrations.consent.clientId, {
      certificates: [certificate.registered],
    });
  return {
    ...founded,
    faults: openFaults(lie ?? situation.faults.lie, situation.faults.settlingSeconds),
    conditions: noConditions(),
    flows: openDrawer(),
    sessions: openDrawer(),
    portalSessions: openDrawer(),
    consoleSessions: openDrawer(),
    consoleStage: openConsoleStage(),
    mailbox: openMailbox(),
    consoleRecord: openConsoleRecord(seed, founded.customer, () => clock.now()),
    portal: openPortalStage(blades),
    consentRequests: openConsentRequests(),
    codes: openDrawer('1.AX'),
    refreshTokens: openDrawer('1.AR'),
    wrongPasswords: new Map(),
    oldTokens: new Map(),
  };
}

export function openWorld(plan: Plan, keys: SigningKeys): World {
  const clock = openClock();
  clock.move(plan.situation.faults.clockSeconds ?? 0);
  const orders = openOrders();
  let state = begin(plan, clock);
  return {
    plan,
    clock,
    keys,
    orders,
    get state() {
      return state;
    },
    reset() {
      clock.reset();
      clock.move(plan.situation.faults.clockSeconds ?? 0);
      state = begin(plan, clock);
    },
  };
}
