import { readMailAddress } from '../mail/mail-address.ts';

const scheme = 'mailto:';

/** Whether a target is told by mail; otherwise it is a system that is called. */
export const isMailTarget = (url: string): boolean => url.toLowerCase().startsWith('mailto:');

/** The one mail address of a target that is told by mail; undefined for anything else. */
export const mailAddressOf = (url: string): string | undefined =>
  url.startsWith(scheme) ? readMailAddress(url.slice(scheme.length)) : undefined;

/** What somebody typed as a target: an address with an at-sign and no scheme is one for mail. */
export function targetOf(typed: string): string {
  const text = typed.trim();
  return /^[^\s/:@]+@[^\s/:@]+$/.test(text) ? `mailto:${text}` : text;
}

/** A target as people write it. */
export const shownTarget = (url: string): string => mailAddressOf(url) ?? url;
