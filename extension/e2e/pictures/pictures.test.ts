import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shots } from './extension-shots.ts';
import { fileOf, folder, type Look } from './picture.ts';
import { invitationShots, nameOf } from './take-invitations.ts';
import { letterSheets, mailNameOf, mailShots } from './take-mails.ts';
import { portalShots } from './take-portals.ts';

const lookedAt: readonly { readonly name: string; readonly looks: readonly Look[] }[] = [
  ...shots,
  ...invitationShots.map(({ page, looks }) => ({ name: nameOf(page), looks })),
  ...mailShots.map(({ mail, looks }) => ({ name: mailNameOf(mail), looks })),
  ...letterSheets,
  ...portalShots,
];
const files = lookedAt.flatMap(({ name, looks }) => looks.map((look) => fileOf(name, look))).toSorted();
const there = readdirSync(folder).filter((file) => file !== 'NOTES.md');
const notes = readFileSync(join(folder, 'NOTES.md'), 'utf8');

test('the folder holds what `npm run pictures` takes, and nothing else', () => {
  expect(there.toSorted()).toEqual(files);
});

test('of every picture the notes say what was seen, once', () => {
  expect(files.filter((file) => notes.split(`\`${file}\``).length !== 2)).toEqual([]);
  const named = [...notes.matchAll(/`([\w-]+\.webp)`/g)].map(([, file]) => file);
  expect(named.filter((file) => !files.includes(file ?? ''))).toEqual([]);
});

test('every surface is looked at in light and in dark', () => {
  const without = lookedAt.filter(({ looks }) => !looks.includes('light') || !looks.includes('dark'));
  expect(without.map(({ name }) => name)).toEqual([]);
});

test('together they weigh less than 6 MB', () => {
  const bytes = there.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  expect(bytes).toBeLessThan(6_000_000);
});
