/** Cookies as a browser keeps them, as far as a test needs. */
export interface CookieJar {
  header(): Record<string, string>;
  take(response: Response): void;
  readonly all: Map<string, string>;
}

export function openCookieJar(): CookieJar {
  const all = new Map<string, string>();
  return {
    all,
    header: () => (all.size === 0 ? {} : { cookie: [...all].map(([name, value]) => `${name}=${value}`).join('; ') }),
    take(response) {
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
        if (/;\s*max-age=0\b/i.test(line)) all.delete(name!);
        else all.set(name!, value!);
      }
    },
  };
}
