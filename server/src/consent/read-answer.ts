/** What came back from Microsoft's page in the address. It is a claim of whoever opened the address, until it is proved. */
export type Answer =
  | { readonly kind: 'code'; readonly state: string; readonly code: string }
  | { readonly kind: 'error'; readonly state: string; readonly error: string; readonly description: string | null }
  | { readonly kind: 'approved'; readonly state: string; readonly tenant: string | null }
  | { readonly kind: 'nonsense'; readonly state: string };

const known = ['state', 'code', 'error', 'error_description', 'admin_consent', 'tenant'] as const;
const stateShape = /^[A-Za-z0-9_-]{43}$/;
const errorShape = /^[a-z_]{1,60}$/;

/**
 * Reads the query of a redirect; undefined where no state can be taken from it. A parameter that stands there twice is nobody's honest
 * answer. `error` goes before everything, because `admin_consent=True` stands on failures too.
 */
export function readAnswer(query: URLSearchParams): Answer | undefined {
  const values = new Map<string, string>();
  for (const name of known) {
    const all = query.getAll(name);
    if (all.length > 1) return undefined;
    if (all[0] !== undefined) values.set(name, all[0]);
  }
  const state = values.get('state');
  if (state === undefined || !stateShape.test(state)) return undefined;
  return answerOf(state, values);
}

function answerOf(state: string, values: ReadonlyMap<string, string>): Answer {
  const error = values.get('error');
  if (error !== undefined) {
    if (!errorShape.test(error)) return { kind: 'nonsense', state };
    return { kind: 'error', state, error, description: values.get('error_description') ?? null };
  }
  const code = values.get('code');
  const approved = values.get('admin_consent')?.toLowerCase() === 'true';
  if (code !== undefined && code !== '' && !approved) return { kind: 'code', state, code };
  if (approved && code === undefined) return { kind: 'approved', state, tenant: values.get('tenant') ?? null };
  return { kind: 'nonsense', state };
}
