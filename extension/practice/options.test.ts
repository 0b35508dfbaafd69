import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lies, readOptions, situations } from './options.ts';
import { places } from './places.ts';

test('nothing said is the happy situation with seed 1, in a window', () => {
  expect(readOptions([])).toEqual({
    once: false,
    situation: 'contoso-happy',
    seed: 1,
    lie: undefined,
    blades: 'framed',
    method: 'invitation-link',
    port: 8787,
  });
});

test('what is said is taken', () => {
  const given = '--once --situation northwind-declined --seed 0 --lie no-grants --blades top-document --port 65535';
  expect(readOptions(given.split(' '))).toMatchObject({
    once: true,
    situation: 'northwind-declined',
    seed: 0,
    lie: 'no-grants',
    blades: 'top-document',
    port: 65_535,
  });
});

test.each([
  [['--seed', '1.5'], /^--seed is a whole number from 0 to 2147483647, and not “1\.5”\.$/],
  [['--seed', '-1'], /^.*--seed/s],
  [['--seed', ''], /^--seed is a whole number/],
  [['--seed', '2147483648'], /^--seed is a whole number/],
  [['--port', '0'], /^--port is a whole number from 1 to 65535/],
  [['--lie', 'all'], /^--lie is one of no-grants, .*and not “all”\.$/],
  [['--situation', 'contoso-hapy'], /^--situation is one of contoso-happy, .*and not “contoso-hapy”\.$/],
  [['--method', 'pigeon'], /^--method is one of invitation-link/],
  [['--blades', 'nowhere'], /^--blades is one of framed/],
  [['--onse'], /'--onse'.* It is written: npm start -- \[--once\]/s],
  [['contoso-happy'], /It is written: npm start/],
])('%j is refused in one sentence that says what would do', (given, sentence) => {
  expect(() => readOptions(given)).toThrow(sentence);
});

test.each([
  ['--situation', situations],
  ['--lie', lies],
])('the names for %s are known to the practice tenant, which may know more', (option, names) => {
  const given = [places.practiceTenant, '--dir', join(tmpdir(), 'latchkey-nobody'), option, 'nobody'];
  const { stderr } = spawnSync(process.execPath, given, { encoding: 'utf8' });
  expect(stderr).toContain(`${option} is one of ${names.join(', ')}`);
});
