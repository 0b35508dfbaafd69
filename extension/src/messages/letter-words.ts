import { diagnose } from '@latchkey/shared/errors/doctor/diagnose';
import { faultWords, type FaultWords } from '@latchkey/shared/errors/doctor/fault-words';
import { readPaste } from '@latchkey/shared/errors/doctor/read-paste';
import type { Owner } from '@latchkey/shared/invitations/standing';
import type { Reason } from '@latchkey/shared/messages/draft-message';
import { causes as customerCauses } from '@latchkey/shared/words/en/page-causes';
import { faults } from '@latchkey/shared/words/en/faults';

/** Loaded when somebody writes a letter: what the customer's own pages say of a cause, and what Microsoft's numbers mean. */
export { customerCauses, faults };

/** What Microsoft said, as the reason of a letter; undefined where the status says it better. */
export function toldReason(code: string, to: Owner, words: FaultWords): Reason | undefined {
  const paste = readPaste(code);
  const cause = paste.state === 'read' ? diagnose(paste.found) : undefined;
  if (cause?.source !== 'aadsts' || cause.class === 'consent' || cause.class === 'tenant') return undefined;
  return { kind: 'told', ...faultWords(cause, words, to === 'customer' ? 'customer' : 'operator') };
}
