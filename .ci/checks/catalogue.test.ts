import { errorCatalogue } from '../../shared/src/errors/catalogue.ts';
import { expect, test } from 'vitest';
import { en } from '../../shared/src/words/en.ts';
import { errorsDocument } from './errors-document.ts';
import { everySource, isTest, read } from './sources.ts';

const codes = Object.keys(errorCatalogue) as (keyof typeof errorCatalogue)[];
// Some refusals are rules that both sides hold: the server passes them on from shared.
const where = everySource.filter((path) => /^(server\/src|shared\/src\/customers)\//.test(path) && !isTest(path));
const server = where.map(read).join('\n');

test.each(codes)('%s says what happened and what to do now', (code) => {
  const { title, nextStep } = en.errors[code];
  expect(title).toMatch(/\S/);
  expect(nextStep).toMatch(/\S/);
});

test.each(codes)('%s is answered somewhere in the server', (code) => {
  expect(server.includes(`'${code}'`), 'an error that nobody answers with is a promise that nobody keeps').toBe(true);
});

test('docs/errors.md says of every error what the catalogue says', async () => {
  await expect(errorsDocument()).toMatchFileSnapshot('../../docs/errors.md');
});

test.each(codes)('%s has a heading in docs/errors.md', (code) => {
  expect(read('docs/errors.md').split('\n')).toContain(`### ${code}`);
});
