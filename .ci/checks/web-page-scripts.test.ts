import { expect, test } from 'vitest';
import { importsOf } from './imports.ts';
import { everySource, read } from './sources.ts';

const entrypoints = ['portal.content.ts', 'portal-blade.content.ts', 'overlay.ts', 'provider-console.ts'].map(
  (name) => `extension/src/entrypoints/${name}`,
);

/** Every source of ours that gets into a page that is not ours. */
function reachable(): readonly string[] {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path) || !everySource.includes(path)) return;
    seen.add(path);
    for (const { ours, to } of importsOf(path)) if (ours) visit(to);
  };
  for (const entrypoint of entrypoints) visit(entrypoint);
  return [...seen];
}

test('what gets into a web page is found by its imports', () => {
  expect(reachable()).toEqual(
    expect.arrayContaining([...entrypoints, 'extension/src/overlay/card.tsx', 'extension/src/overlay/guide-card.tsx']),
  );
});

// The page around us hears every key that is pressed in it: whatever is typed is typed in a page of ours.
test('T27: nothing that gets into a web page has a field to type in', () => {
  const drawn = /<(?:input|textarea|select)[\s/]/;
  const made = /contentEditable\s*=|createElement\('(?:input|textarea|select)/;
  const has = (path: string): boolean => (path.endsWith('.tsx') && drawn.test(read(path))) || made.test(read(path));
  expect(reachable().filter(has)).toEqual([]);
});
