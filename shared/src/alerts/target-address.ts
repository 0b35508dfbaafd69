/** One plain address, as mail programs take it: no quotes, no comments, no second address, and nothing of a header behind it. */
const plain = /^mailto:([A-Za-z0-9._+'-]{1,64})@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24})$/;
const longest = 254;

/** Whether a target is told by mail; otherwise it is a system that is called. */
export const isMailTarget = (url: string): boolean => url.toLowerCase().startsWith('mailto:');

/** The one mail address of a target that is told by mail; undefined for anything else. */
export function mailAddressOf(url: string): string | undefined {
  const [, local, domain] = plain.exec(url) ?? [];
  if (local === undefined || domain === undefined) return undefined;
  const address = `${local}@${domain.toLowerCase()}`;
  return address.length > longest || local.startsWith('.') || local.endsWith('.') ? undefined : address;
}

/** What somebody typed as a target: an address with an at-sign and no scheme is one for mail. */
export function targetOf(typed: string): string {
  const text = typed.trim();
  return /^[^\s/:@]+@[^\s/:@]+$/.test(text) ? `mailto:${text}` : text;
}

/** A target as people write it. */
export const shownTarget = (url: string): string => mailAddressOf(url) ?? url;
