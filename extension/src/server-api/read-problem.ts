import { Problem } from '@latchkey/shared/errors/problem';
import { failed, type ClientError } from './client-error.ts';

/** Reads an answer that is not a good one. A code that we do not know stays unknown: a newer server may have more of them. */
export async function readProblem(response: Response): Promise<{ ok: false; error: ClientError }> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = Problem.safeParse(body);
  if (!parsed.success) return failed('reply_unreadable');
  const { code, reference, fields = [] } = parsed.data;
  // A page opens without the catalogue: most never meet a refusal.
  const { isErrorCode } = await import('@latchkey/shared/errors/catalogue');
  return isErrorCode(code)
    ? failed(code, { reference, fields })
    : failed('problem_unknown', { unknownCode: code, reference, fields });
}
