/** An outcome as plain data, so that it survives JSON, `sendMessage` and `storage` unchanged. */
export type Result<Value, Code extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: { readonly code: Code } };

/** The good outcome. */
export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

/** An expected refusal, by its code in the error catalogue. */
export const err = <Code extends string>(
  code: Code,
): { readonly ok: false; readonly error: { readonly code: Code } } => ({
  ok: false,
  error: { code },
});
