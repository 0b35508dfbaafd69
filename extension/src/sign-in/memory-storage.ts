/** A Web Storage that lives and dies with the page. The browser's own session storage is written to disk, even when cleared. */
export function createMemoryStorage(): Storage {
  const items = new Map<string, string>();
  const methods = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, String(value)),
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
    key: (index: number) => [...items.keys()][index] ?? null,
  };
  // Callers also list the keys of the object itself (`Object.keys(sessionStorage)`).
  return new Proxy(methods, {
    get: (target, name) =>
      name === 'length'
        ? items.size
        : typeof name === 'string' && items.has(name)
          ? items.get(name)
          : Reflect.get(target, name),
    has: (target, name) => Reflect.has(target, name) || items.has(String(name)),
    ownKeys: () => [...items.keys()],
    getOwnPropertyDescriptor: (_, name) =>
      items.has(String(name))
        ? { value: items.get(String(name)), enumerable: true, configurable: true, writable: true }
        : undefined,
  }) as unknown as Storage;
}

/** Puts memory in the place of both storages of this page. Before anything is loaded that would use them. */
export function keepStorageInMemory(page: Window): void {
  for (const name of ['sessionStorage', 'localStorage'])
    Object.defineProperty(page, name, { value: createMemoryStorage(), configurable: true });
}
