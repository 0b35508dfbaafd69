import { createHash } from 'node:crypto';

/** Values that follow from the seed alone. Each has a label, so that adding one never changes another. */
export interface Seeded {
  guid(label: string): string;
  number(label: string, below: number): number;
  text(label: string, length: number, alphabet: string): string;
  /** The list in an order of its own. */
  shuffled<Item>(label: string, list: readonly Item[]): readonly Item[];
}

const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';
const digits = '23456789';

/** A GUID that follows from a text alone: for ids that are the same in every tenant and for every seed. */
export function guidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Opens the stream of values of one scope (a tenant, a registration) under a seed. */
export function seeded(seed: number, scope: string): Seeded {
  const key = (label: string): string => `${seed}/${scope}/${label}`;
  const number = (label: string, below: number): number =>
    createHash('sha256').update(key(label)).digest().readUIntBE(0, 6) % below;
  return {
    guid: (label) => guidFrom(key(label)),
    number,
    text: (label, length, alphabet) =>
      Array.from({ length }, (_, at) => alphabet.charAt(number(`${label}#${at}`, alphabet.length))).join(''),
    shuffled: (label, list) =>
      list
        .map((item, at) => ({ item, rank: number(`${label}#${at}`, 2 ** 47) }))
        .toSorted((one, other) => one.rank - other.rank)
        .map(({ item }) => item),
  };
}

/** A password that Entra's complexity rule accepts and that a person can type. */
export function passwordFrom(values: Seeded, label: string): string {
  return `${values.text(`${label}/letters`, 8, letters)}-${values.text(`${label}/digits`, 4, digits)}`;
}

/** A client secret of the length and alphabet that Entra gives out (40 characters with `~` and `.` in them). */
export function clientSecretFrom(values: Seeded, label: string): string {
  return `${values.text(`${label}/head`, 3, letters)}8Q~${values.text(`${label}/tail`, 34, `${letters}${digits}._~-`)}`;
}
