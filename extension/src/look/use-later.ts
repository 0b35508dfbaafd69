import { useEffect, useState } from 'preact/hooks';

/** What is loaded only where it is needed: null until then. `load` is an `import()`, so it is asked once, whoever else asks too. */
export function useLater<Module>(load: () => Promise<Module>, wanted = true): Module | null {
  const [loaded, setLoaded] = useState<{ readonly module: Module } | null>(null);
  useEffect(() => {
    if (wanted) void load().then((module) => setLoaded({ module }));
  }, [wanted]);
  return loaded?.module ?? null;
}
