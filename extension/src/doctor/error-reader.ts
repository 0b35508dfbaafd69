import { diagnose, type Diagnosis } from '@latchkey/shared/errors/doctor/diagnose';
import { faultWords, type FaultWords, type ToldFault } from '@latchkey/shared/errors/doctor/fault-words';
import type { Found } from '@latchkey/shared/errors/doctor/found';
import { readPaste } from '@latchkey/shared/errors/doctor/read-paste';
import { restate } from '@latchkey/shared/errors/doctor/restate';
import { faults } from '@latchkey/shared/words/en/faults';

/**
 * The reader with its table and its words: large, so it is loaded when there is something to read, and by nobody before. It needs
 * nothing but this file: no network, no server.
 */
export { faults };

/** What a text says; `refused` where it carries the code of a sign-in. */
export type Reading =
  | { readonly state: 'refused' }
  | {
      readonly state: 'read';
      readonly found: Found;
      /** Null where no error was found. */
      readonly fault: (Diagnosis & ToldFault) | null;
      /** What may leave the browser in place of the text; null where it names no tenant, so that nothing has to. */
      readonly aboutTenant: string | null;
    };

export function readError(text: string, words: FaultWords): Reading {
  const paste = readPaste(text);
  if (paste.state === 'refused') return paste;
  const { found } = paste;
  const cause = diagnose(found);
  const namesTenant = found.tenantId !== null || found.tenantDomain !== null;
  return {
    state: 'read',
    found,
    fault: cause === undefined ? null : { ...cause, ...faultWords(cause, words, 'operator') },
    aboutTenant: namesTenant ? restate(found) : null,
  };
}
