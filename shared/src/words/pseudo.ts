const accents: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  B: 'Ɓ',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  F: 'Ƒ',
  G: 'Ĝ',
  H: 'Ĥ',
  I: 'Î',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ļ',
  M: 'Ṁ',
  N: 'Ñ',
  O: 'Ó',
  P: 'Þ',
  Q: 'Ǫ',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Û',
  V: 'Ṽ',
  W: 'Ŵ',
  X: 'Ẋ',
  Y: 'Ý',
  Z: 'Ž',
};

/** One sentence of the pseudo-locale: a third longer, accented, in brackets, so that a cut or untranslated text is seen at once. */
function pseudoSentence(sentence: string): string {
  const accented = sentence.replace(/\{[#/^]?\w+\}|[A-Za-z]/g, (part) => accents[part] ?? part);
  return `⟦${accented}${' ~'.repeat(Math.ceil(sentence.length / 6))}⟧`;
}

/** Every sentence of a tree of words, in the language of nobody. */
/** All sentences of a tree, in the language of nobody. */
export const pseudoTree = (tree: unknown): unknown =>
  typeof tree === 'string'
    ? pseudoSentence(tree)
    : Object.fromEntries(Object.entries(tree as object).map(([key, value]) => [key, pseudoTree(value)]));
