/** Reads from the console's own server; undefined when there is nothing. */
export async function read<Data>(path: string): Promise<Data | undefined> {
  const response = await fetch(path);
  return response.ok ? ((await response.json()) as Data) : undefined;
}

/** Sends to the console's own server. */
export function send(method: 'POST' | 'DELETE', path: string, body?: object): Promise<Response> {
  return fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** Goes to another page of the console without loading it anew, as such consoles do. */
export function goTo(address: string): void {
  history.pushState(null, '', address);
  dispatchEvent(new Event('practice-navigated'));
}
