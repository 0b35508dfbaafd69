import { browser } from 'wxt/browser';

/** One thing that is remembered, and what stands for it while it is not. */
export interface StoredItem<Value> {
  getValue(): Promise<Value>;
  setValue(value: Value): Promise<void>;
  removeValue(): Promise<void>;
  /** Tells what it is from now on, whichever page changed it. Gives back what ends the telling. */
  watch(tell: (value: Value) => void): () => void;
}

/**
 * One item of the browser's own storage. `session:` is kept in memory and gone with the browser; `local:` is on disk.
 * `@wxt-dev/storage` does this and much else (versions, migrations, metadata, locks); the popup would carry a tenth of its
 * weight for what we do not use.
 */
export function storedItem<Value>(place: `${'session' | 'local'}:${string}`, fallback: Value): StoredItem<Value> {
  const [area, key] = place.split(':') as ['session' | 'local', string];
  const store = browser.storage[area];
  const orElse = (value: unknown): Value => (value ?? fallback) as Value;
  return {
    getValue: async () => orElse((await store.get(key))[key]),
    setValue: (value) => store.set({ [key]: value }),
    removeValue: () => store.remove(key),
    watch(tell) {
      const hear = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>): void => {
        if (changes[key] !== undefined) tell(orElse(changes[key].newValue));
      };
      store.onChanged.addListener(hear);
      return () => store.onChanged.removeListener(hear);
    },
  };
}
