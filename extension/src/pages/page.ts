/** A page of somebody else's, as data: where it is, and addresses by which it is known. */
export interface Page {
  readonly id: string;
  readonly hosts: readonly string[];
  /** Of path and hash together: the portals keep the page in the hash. */
  readonly route: RegExp;
  readonly examples: readonly string[];
}

export const definePage = <const P extends Page>(page: P): P => page;

/** Hosts are compared whole: `portal.azure.com.evil.example` is not the portal. */
export const isOn = (page: Page, { protocol, host, pathname, hash }: URL): boolean =>
  protocol === 'https:' && page.hosts.includes(host) && page.route.test(pathname + hash);
