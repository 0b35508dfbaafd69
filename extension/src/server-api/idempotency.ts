/** A key and what it was made for. */
export interface KeptKey {
  readonly key: string;
  readonly content: string;
}

/** The same content keeps its key, so that a second try cannot create twice; other content gets a new one. */
export function keyFor(body: unknown, kept: KeptKey | null, newKey: () => string): KeptKey {
  const content = JSON.stringify(body);
  return kept?.content === content ? kept : { key: newKey(), content };
}
