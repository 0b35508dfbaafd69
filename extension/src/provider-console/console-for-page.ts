import type { CustomerView } from '@latchkey/shared/api/customers';
import { writers, type OperatorRole } from '@latchkey/shared/api/endpoint';
import type { NamedCustomer } from '@latchkey/shared/provider-console/pattern';
import type { Language } from '@latchkey/shared/words/words';
import type { PageConsole } from '../messaging/page-console.ts';
import { nameInAddress } from '../pages/name-in-address.ts';
import type { OverlayPlace } from '../session/remembered.ts';
import type { CustomerReading } from './console-reader.ts';

interface Around {
  /** Undefined: the address names nobody. */
  readonly named: NamedCustomer | undefined;
  /** Null: nobody is signed in. */
  readonly role: OperatorRole | null;
  readonly validating: boolean;
  readonly failed: boolean;
  readonly place: OverlayPlace;
  readonly language: Language;
}

/** What the card may know: cut to this customer, and of it to what stands in PageConsole. */
export function consoleForPage(reading: CustomerReading, around: Around): PageConsole {
  const { named, role, validating, failed, place, language } = around;
  const situation = situationOf(reading, around);
  const seen = situation === 'known' || situation === 'offline' ? (reading.customer ?? null) : null;
  return {
    situation,
    named: named === undefined ? null : nameInAddress(named),
    customer: seen && { fullName: seen.fullName, domain: seen.domain },
    verdict: seen && verdictOf(seen),
    hasConnection: seen !== null && seen.connection !== null,
    invitation: seen && invitationOf(seen),
    mayWrite: role !== null && writers.some((one) => one === role),
    validating,
    failed,
    readAt: reading.readAt,
    ...place,
    language,
  };
}

function situationOf({ customer, offline }: CustomerReading, { named, role }: Around): PageConsole['situation'] {
  if (named === undefined) return 'nobody';
  if (role === null) return 'signed-out';
  if (offline) return 'offline';
  if (customer === undefined) return 'reading';
  return customer === null ? 'not-ours' : 'known';
}

function verdictOf({ connection }: CustomerView): PageConsole['verdict'] {
  if (!connection?.verdict) return null;
  const { verdict, evidence, cause, owner, at, settlingUntil, validUntil } = connection.verdict;
  return { verdict, evidence, cause, owner, at, settlingUntil, validUntil };
}

function invitationOf({ invitation }: CustomerView): PageConsole['invitation'] {
  if (invitation === null) return null;
  const { status, statusSince, startedAt, expiresAt, linkCopiedAt, connection } = invitation;
  return {
    status,
    statusSince,
    startedAt,
    expiresAt,
    linkCopiedAt,
    verdict: connection?.verdict ?? null,
    cause: connection?.cause ?? null,
    settlingUntil: connection?.settlingUntil ?? null,
  };
}
