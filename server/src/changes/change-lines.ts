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

/** Where a stream goes on: after the last event that came, or else after the sequence that was asked for. */
export function resumeAfter(lastEventId: string | undefined, asked: string | undefined): number | undefined {
  const resumed = lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? lastEventId : asked;
  return resumed === undefined ? undefined : Number(resumed);
}
