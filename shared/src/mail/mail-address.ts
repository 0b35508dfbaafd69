/** One plain address, as mail programs take it: no quotes, no comments, no second address, and nothing of a header behind it. */
const plain = /^([A-Za-z0-9._+'-]{1,64})@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24})$/;
const longest = 254;

/** The address in its normal form; undefined for anything that is not one plain address. */
export function readMailAddress(text: string): string | undefined {
  const [, local, domain] = plain.exec(text) ?? [];
  if (local === undefined || domain === undefined) return undefined;
  const address = `${local}@${domain.toLowerCase()}`;
  return address.length > longest || local.startsWith('.') || local.endsWith('.') ? undefined : address;
}
