import { expect, test } from 'vitest';
import { everySource, isTest, linesWith } from './sources.ts';

/** What the linter cannot say: where a thing may not stand, and what to write there instead. */
const rules: readonly { readonly never: RegExp; readonly where: RegExp; readonly instead: string }[] = [
  { never: /new Date\(\)/, where: /^shared\/src\//, instead: 'Take the time as an argument: shared/ has no clock.' },
  {
    never: /dangerouslySetInnerHTML/,
    where: /./,
    instead: 'Write the elements in JSX: Preact escapes what it renders.',
  },
  {
    never: /\bdocument\.(querySelector|getElement)/,
    where: /^extension\/src\/(?!pages\/|entrypoints\/|session\/)/,
    instead: 'Point at things through a Target in pages/, so that the practice tenant can prove it.',
  },
  {
    never: /\b(localStorage|sessionStorage)\b/,
    where: /^extension\/src\/(?!session\/|sign-in\/)/,
    instead: 'Remember through extension/src/session: what the extension remembers is one list.',
  },
  {
    never: /(?<!\.)\braw\(/,
    where: /^server\/src\/(?!invitation-pages\/markup\/icons\.ts)/,
    instead: 'Let html`…` escape what it is given; markup from a string is how a stranger writes our page.',
  },
  {
    never: /\benum [A-Z]/,
    where: /./,
    instead: 'Write a table `as const satisfies …`: Node strips types and cannot run an enum.',
  },
  {
    never: /process\.env\b/,
    where: /^(shared\/src|extension\/src|server\/src\/[^/]+\/)/,
    instead: 'Take it from the configuration, which is parsed once, in config.ts.',
  },
  {
    never: /Date\.now\(\)|new Date\(\)/,
    where: /^server\/src\/(?!serve\.ts|clock\.ts|app\.ts|keys-command\.ts|doctor-command\.ts|log\/)/,
    instead: 'Ask the clock that is handed in: a test must be able to move it.',
  },
];

const here = '.ci/checks/taste.test.ts';

test.each(rules)('$instead', ({ never, where }) => {
  const places = everySource.filter((path) => path !== here && where.test(path) && !isTest(path));
  expect(linesWith(never, places)).toEqual([]);
});

test('a test name states a fact, so it does without "should"', () => {
  expect(
    linesWith(
      /^\s*(test|it)(\.each\(.*\))?\(\s*['"`].*\bshould\b/,
      everySource.filter(isTest).filter((path) => path !== here),
    ),
  ).toEqual([]);
});
