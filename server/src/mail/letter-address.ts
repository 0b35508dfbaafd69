const ownMachine = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Whether a letter may lead there: https, or http on the machine that the reader sits at. */
export function isWebAddress(href: string): boolean {
  if (!URL.canParse(href)) return false;
  const { protocol, hostname } = new URL(href);
  return protocol === 'https:' || (protocol === 'http:' && ownMachine.has(hostname));
}
