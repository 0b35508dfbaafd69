/** Second net: what looks like a token is taken out of any text before it is logged, whatever field it came in. */
const tokenShapes = [
  /eyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g,
  /[A-Za-z0-9_+/=-]{40,}/g,
  /\b(?:code|state|nonce|client_secret|refresh_token|access_token|id_token|assertion|password)=[^\s&"']+/gi,
] as const;
const longest = 300;

/** A text as it may be logged: on one line, not long, nothing token-shaped in it. */
export function scrub(text: string): string {
  const inert = text.slice(0, longest).replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
  return tokenShapes.reduce((rest, shape) => rest.replace(shape, '[scrubbed]'), inert);
}
