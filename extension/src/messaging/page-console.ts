import { Cause, EvidenceLevel, VerdictName } from '@latchkey/shared/validation/verdict';
import { invitationStatuses } from '@latchkey/shared/invitations/status-names';
import * as z from 'zod/mini';
import { Corner } from './page-guide.ts';

const Owner = z.enum(['customer', 'provider', 'microsoft', 'nobody']);

/**
 * How it stands with the customer whose page of the provider's console this is: `nobody` where the address names none, `not-ours` where it
 * names one that we do not know.
 */
const ConsoleSituation = z.enum(['reading', 'known', 'offline', 'signed-out', 'not-ours', 'nobody']);

/**
 * All that the card on the provider's console knows. The page can read whatever is drawn there, so: the name of this customer and
 * no other, no account, no mail address, no id, and nothing to type into.
 */
export const PageConsole = z.object({
  situation: ConsoleSituation,
  /** What the address calls the customer. */
  named: z.nullable(z.string()),
  customer: z.nullable(z.object({ fullName: z.string(), domain: z.nullable(z.string()) })),
  verdict: z.nullable(
    z.object({
      verdict: VerdictName,
      evidence: EvidenceLevel,
      cause: Cause,
      owner: Owner,
      at: z.iso.datetime(),
      settlingUntil: z.nullable(z.iso.datetime()),
      validUntil: z.iso.datetime(),
    }),
  ),
  hasConnection: z.boolean(),
  invitation: z.nullable(
    z.object({
      status: z.enum(invitationStatuses),
      statusSince: z.iso.datetime(),
      startedAt: z.nullable(z.iso.datetime()),
      expiresAt: z.iso.datetime(),
      linkCopiedAt: z.nullable(z.iso.datetime()),
      verdict: z.nullable(VerdictName),
      cause: z.nullable(Cause),
      settlingUntil: z.nullable(z.iso.datetime()),
    }),
  ),
  /** Whether whoever is signed in may onboard; everybody may validate. */
  mayWrite: z.boolean(),
  validating: z.boolean(),
  /** The last validation that was asked for here did not take place. */
  failed: z.boolean(),
  /** When the server last said this. */
  readAt: z.nullable(z.iso.datetime()),
  corner: Corner,
  small: z.boolean(),
  language: z.enum(['en', 'pseudo']),
});
export type PageConsole = z.infer<typeof PageConsole>;
