import { carriesSignInCode, withoutSecrets } from '@latchkey/shared/errors/doctor/secrets';
import { unfold } from '@latchkey/shared/errors/doctor/unfold';

/** What may be kept of a pasted text while somebody looks at another page: all of it, or what is left without secrets; of a text with a sign-in code nothing. */
export function keptText(text: string): string {
  const open = unfold(text);
  if (carriesSignInCode(open)) return '';
  const safe = withoutSecrets(open);
  return safe === open ? text : safe;
}
