import { move } from '@latchkey/shared/invitations/status';
import type { AuditLine } from '../audit/audit-repository.ts';
import type { EndingKey, Page, ToldError } from '../invitation-pages/model.ts';
import type { Reads } from '../storage/store.ts';
import { connectionOf } from './connection-of.ts';
import { isExpired, isStartable } from './life.ts';
import { invitationFacts, invitationPage, type PageSubject } from './page-facts.ts';
import { receiptOf } from './receipt.ts';
import { errorOfLine } from './told-error.ts';

/** Which page tells how things stand, and with which HTTP status. `again` is the page with Start. */
export type Told =
  | { readonly tell: 'page'; readonly page: Page; readonly status: 200 | 403 }
  | {
      readonly tell: 'ending';
      readonly ending: EndingKey;
      readonly status: 403 | 410 | 502 | 503;
      readonly error?: ToldError | null;
    }
  | { readonly tell: 'again' };

export interface TellsResults {
  /** What a link's holder sees first. */
  invitation(subject: PageSubject): Promise<Told>;
  /** What the last answer came to. `ownsStart`: this browser started the newest sign-in, so it may see who signed in. */
  result(subject: PageSubject, ownsStart: boolean): Promise<Told>;
}

export interface TellerSettings {
  readonly reads: Reads;
  /** Application id of the consent app. */
  readonly appId: string;
  readonly now: () => Date;
}

/** Pages are made of what is on record, never of what an address says. */
export const createResultTeller = ({ reads, appId, now }: TellerSettings): TellsResults => ({
  async invitation(subject) {
    const { invitation } = subject;
    const over = whatIsOver(subject, now());
    if (over !== undefined) return over;
    if (move(invitation.status, 'prove') !== undefined) return consentResult({ reads, appId }, subject, false);
    if (invitation.status === 'authentication_complete' || invitation.status === 'onboarded')
      return { tell: 'ending', ending: 'used', status: 410 };
    return { tell: 'page', page: await invitationPage({ reads, appId }, subject, now()), status: 200 };
  },
  async result(subject, ownsStart) {
    const over = whatIsOver(subject, now());
    if (over !== undefined) return over;
    if (!isStartable(subject.invitation, now())) return consentResult({ reads, appId }, subject, ownsStart);
    const lines = await reads.audit.ofInvitation(subject.invitation.id);
    return answered(subject, lastAnswer(lines), ownsStart);
  },
});

function whatIsOver({ invitation }: PageSubject, now: Date): Told | undefined {
  if (invitation.status === 'cancelled') return { tell: 'ending', ending: 'cancelled', status: 410 };
  if (invitation.status === 'superseded') return { tell: 'ending', ending: 'invitation_superseded', status: 410 };
  return isExpired(invitation, now) ? { tell: 'ending', ending: 'expired', status: 410 } : undefined;
}

async function consentResult(
  { reads, appId }: Pick<TellerSettings, 'reads' | 'appId'>,
  subject: PageSubject,
  ownsStart: boolean,
): Promise<Told> {
  const seen = await connectionOf(reads, subject.invitation);
  const latest = seen && (seen.candidate ?? (await reads.validations.findLatest(seen.connection.id)));
  if (seen === undefined || latest === undefined) return { tell: 'again' };
  return {
    tell: 'page',
    status: 200,
    page: {
      page: 'consent_result',
      invitation: invitationFacts(subject),
      service: { kind: subject.invitation.order.kind },
      verdict: latest.verdict,
      permissions: latest.permissions ?? [],
      receipt: receiptOf(seen.connection, appId),
      account: ownsStart ? (seen.connection.account?.username ?? null) : null,
      isMailed: await isMailed(reads, subject),
    },
  };
}

/** Owed or taken; not where it was given up. */
async function isMailed(reads: Reads, { invitation }: PageSubject): Promise<boolean> {
  const mails = await reads.invitationMails.listOf(invitation.id);
  return mails.some(({ kind, state }) => kind === 'result' && (state === 'waiting' || state === 'sent'));
}

const answers: readonly string[] = [
  'consent.started',
  'consent.declined',
  'consent.not_allowed',
  'consent.approval_requested',
  'consent.approval_seen',
  'consent.wrong_tenant',
  'consent.refused',
];
const lastAnswer = (lines: readonly AuditLine[]): AuditLine | undefined =>
  lines.findLast(({ action }) => answers.includes(action));

function answered(subject: PageSubject, line: AuditLine | undefined, ownsStart: boolean): Told {
  switch (line?.action) {
    case 'consent.declined':
      return { tell: 'ending', ending: 'declined', status: 403 };
    case 'consent.not_allowed':
      return { tell: 'ending', ending: 'not_allowed', status: 403, error: errorOfLine(line) };
    case 'consent.approval_requested':
      return { tell: 'ending', ending: 'approval_requested', status: 403, error: errorOfLine(line) };
    case 'consent.approval_seen':
      return { tell: 'ending', ending: 'approval_seen', status: 403 };
    case 'consent.wrong_tenant':
      return { tell: 'page', page: wrongTenant(subject, line, ownsStart), status: 403 };
    case 'consent.refused':
      return refused(line);
    default:
      return { tell: 'again' };
  }
}

function refused({ details }: AuditLine): Told {
  if (details['code'] === 'microsoft_unreachable')
    return { tell: 'ending', ending: 'microsoft_unreachable', status: 503 };
  return {
    tell: 'ending',
    ending: details['reason'] === 'clocks_differ' ? 'clocks_differ' : 'answer_refused',
    status: 502,
  };
}

/** Who signed in is told to the browser that did, and to nobody else. */
function wrongTenant(subject: PageSubject, line: AuditLine, ownsStart: boolean): Page {
  const seen: unknown = ownsStart ? line.details['signedInTo'] : undefined;
  const { username, tenantId } = (typeof seen === 'object' && seen !== null ? seen : {}) as Record<string, unknown>;
  return {
    page: 'wrong_tenant',
    invitation: invitationFacts(subject),
    signedInTo: {
      account: typeof username === 'string' ? username : null,
      tenantId: typeof tenantId === 'string' ? tenantId : null,
    },
    error: errorOfLine(line),
  };
}
