import { findCodes } from './find-codes.ts';
import { findIds } from './find-ids.ts';
import type { Paste } from './found.ts';
import { carriesSignInCode, withoutSecrets } from './secrets.ts';
import { unfold } from './unfold.ts';

/**
 * Reads whatever somebody pasted: a mail, a page in any language, the output of a shell, a line of a log, an address, JSON. Never
 * throws, takes linear time, and gives codes and ids of known shapes only. A text with the code of a sign-in is not read.
 */
export function readPaste(text: string): Paste {
  const open = unfold(text);
  if (carriesSignInCode(open)) return { state: 'refused' };
  const safe = withoutSecrets(open);
  const codes = findCodes(safe);
  return { state: 'read', found: { ...codes, ...findIds(safe, codes.aadsts) } };
}
