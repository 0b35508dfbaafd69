import type { Change } from '@latchkey/shared/api/changes';
import type { AuditLine } from '../audit/audit-repository.ts';

/** What the feed tells of a line: what happened to what, not by whom, and no details. */
export const changeOf = (line: AuditLine): Change => ({
  sequence: line.sequence,
  at: line.at,
  action: line.action,
  customerId: line.customerId,
  invitationId: line.invitationId,
  connectionId: line.connectionId,
  serviceId: line.serviceId,
});

const encoder = new TextEncoder();

/** A change as it goes over the wire; made once for all who listen. */
export const eventOf = (line: AuditLine): Uint8Array =>
  encoder.encode(`id: ${line.sequence}\ndata: ${JSON.stringify(changeOf(line))}\n\n`);

/** Keeps proxies from closing a quiet stream. */
export const heartbeat = encoder.encode(': still here\n\n');

/** The first bytes of a stream: it stands, and come back after two seconds when it falls. */
export const greeting = encoder.encode('retry: 2000\n: here\n\n');
