import { checkSync } from 'recheck';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { regexesOf, type Regex } from './regexes.ts';
import { everySource, isTest } from './sources.ts';

/** Counted, not timed: the same on every machine, however busy. Enough for what is known to explode, below. */
const effort = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  recallTimeout: -1,
  attackLimit: 20_000_000,
  maxNFASize: 1_500,
  maxInitialGenerationSize: 60,
  maxIteration: 2,
  maxGenerationSize: 30,
  crossoverSize: 5,
  mutationSize: 10,
};

beforeAll(() => {
  process.env['RECHECK_SYNC_BACKEND'] = 'pure';
});

const thorough = process.env['LATCHKEY_THOROUGH'] === 'true';

/**
 * Those that were judged with this effort before, and are safe: what a pattern says does not change. A run in short judges what is new.
 * Written anew by `LATCHKEY_THOROUGH=true vitest run --project house --update .ci/checks/regexes.test.ts`.
 */
const record = './judged-regexes.txt';
const knownToBeSafe = new Set(thorough ? [] : readFileSync(new URL(record, import.meta.url), 'utf8').split('\n'));

const judged = new Map<string, string>();
/** `safe`, or how it explodes and with what, or why nobody knows. */
function judge({ source, flags }: Pick<Regex, 'source' | 'flags'>): string {
  const key = nameOf({ source, flags });
  const known = judged.get(key);
  if (known !== undefined) return known;
  const said = checkSync(source, flags, effort);
  const words =
    said.status === 'vulnerable'
      ? `${said.complexity.summary}: ${said.attack.pattern.slice(0, 100)}`
      : said.status === 'unknown'
        ? `unknown: ${said.error.kind}`
        : 'safe';
  judged.set(key, words);
  return words;
}

const nameOf = ({ source, flags }: Pick<Regex, 'source' | 'flags'>): string => `/${source}/${flags}`;

const shipped = everySource.filter((path) => /^(shared|server|extension)\/src\//.test(path) && !isTest(path));
const ours = shipped.flatMap((path) => regexesOf(path));

test('T62: no regular expression that is shipped explodes, whatever text it is given', async () => {
  const explosive = ours
    .filter((regex) => !knownToBeSafe.has(nameOf(regex)))
    .map((regex) => ({ ...regex, said: judge(regex) }))
    .filter(({ said }) => said !== 'safe');
  expect(explosive.map(({ at, source, said }) => `${at}: /${source}/ is ${said}`)).toEqual([]);
  // A machine that only tests writes nothing, and new ones are no fault.
  if (thorough && process.env['CI'] !== 'true')
    await expect(`${[...new Set(ours.map(nameOf))].toSorted().join('\n')}\n`).toMatchFileSnapshot(record);
}, 900_000);

test('there were regular expressions to be judged', () => {
  expect(new Set(ours.map(({ source }) => source)).size).toBeGreaterThan(100);
});

describe('the judge finds', () => {
  test.each([
    ['a repetition of repetitions', /^(?:a+)+$/],
    ['two ways to the same letter', /^(?:\w|\d)+$/],
    ['letters before a letter', /^[a-z0-9.-]*[a-z][a-z0-9-]*$/],
    ['spaces before an end', /\s+$/],
    ['spaces behind spaces, in front of a lookbehind', /(?<!a)\s*\s*\d*\s+$/],
    ['a token that never gets its dot', /eyJ[\w-]{8,}(?:\.[\w-]*){1,4}/g],
    ['a repetition that is looked ahead at', /^(?=(?:x+)+y)x/],
  ])('%s', (_, { source, flags }) => {
    expect(judge({ source, flags })).toMatch(/polynomial|exponential/);
  });
});

test('a pattern is read from a literal, from a text, and from a text with constants in it', () => {
  const text = [
    'const digits = String.raw`\\d+`;',
    'const one = /a\\/b/giu;',
    "const two = new RegExp('^a+$', 'i');",
    'const three = (name: string) => RegExp(`${digits}\\\\.${name}`);',
  ].join('\n');
  expect(regexesOf('some.ts', text)).toEqual([
    { source: String.raw`a\/b`, flags: 'giu', at: 'some.ts:2' },
    { source: '^a+$', flags: 'i', at: 'some.ts:3' },
    { source: String.raw`\d+\.word`, flags: '', at: 'some.ts:4' },
  ]);
});
