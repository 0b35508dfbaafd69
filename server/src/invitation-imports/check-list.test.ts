import { describe, expect, test } from 'vitest';
import { checkRows } from './check-rows.ts';
import { readList } from './read-list.ts';

const header = 'full_name,short_name,tenant,licence_type,licensed_users,reference';
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const good = (n: number) => `Contoso ${n},contoso${n},${id(n)},hosted-pro,25,PO ${n}`;

function check(text: string) {
  const list = readList(text);
  if (!list.ok) return { wanted: [], mistakes: list.mistakes ?? [] };
  return checkRows(list.value.rows, list.value.width);
}
const told = (text: string) => check(text).mistakes.map(({ row, column, mistake }) => [row, column, mistake]);

/** Each kind of mistake in one row, between good ones. */
const kinds = [
  ['a name is missing', ',lit1,litware.example,hosted-pro,25,', ['full_name', 'full_name_missing']],
  ['a name is spaces', '"   ",lit1,litware.example,hosted-pro,25,', ['full_name', 'full_name_missing']],
  ['a name of 121', `${'x'.repeat(121)},lit1,litware.example,hosted-pro,25,`, ['full_name', 'full_name_long']],
  ['no short name', 'Litware,,litware.example,hosted-pro,25,', ['short_name', 'short_name_missing']],
  ['a short name of 2', 'Litware,li,litware.example,hosted-pro,25,', ['short_name', 'short_name_length']],
  ['of 16', 'Litware,litwarelitwareli,litware.example,hosted-pro,25,', ['short_name', 'short_name_length']],
  ...['\\', '/', ':', '*', '?', '<', '>', '|', '.', ' '].map(
    (sign) =>
      [
        `a short name with ${sign}`,
        `Litware,lit${sign}ware,litware.example,hosted-pro,25,`,
        ['short_name', 'short_name_character'],
      ] as const,
  ),
  [
    'with a quotation mark',
    'Litware,"lit""ware",litware.example,hosted-pro,25,',
    ['short_name', 'short_name_character'],
  ],
  ['the name audit', 'Litware,AUDIT,litware.example,hosted-pro,25,', ['short_name', 'short_name_reserved']],
  ['a name for the second time', 'Litware,CONTOSO1,litware.example,hosted-pro,25,', ['short_name', 'short_name_twice']],
  ['no tenant', 'Litware,lit1,,hosted-pro,25,', ['tenant', 'tenant_missing']],
  ['a domain that is none', 'Litware,lit1,litware,hosted-pro,25,', ['tenant', 'tenant_reference_invalid']],
  ['a domain with two dots', 'Litware,lit1,litware..example,hosted-pro,25,', ['tenant', 'tenant_reference_invalid']],
  [
    'an id that lacks a digit',
    `Litware,lit1,${id(9).slice(0, -1)},hosted-pro,25,`,
    ['tenant', 'tenant_reference_invalid'],
  ],
  ['an address', 'Litware,lit1,127.0.0.1,hosted-pro,25,', ['tenant', 'tenant_reference_invalid']],
  [
    'personal accounts by id',
    'Litware,lit1,9188040D-6c67-4c5b-b112-36a304b66dad,hosted-pro,25,',
    ['tenant', 'tenant_personal'],
  ],
  ['personal accounts by domain', 'Litware,lit1,megan@outlook.com,hosted-pro,25,', ['tenant', 'tenant_personal']],
  ['a tenant for the second time', `Litware,lit1,${id(1)},hosted-pro,25,`, ['tenant', 'tenant_twice']],
  ['no licence', 'Litware,lit1,litware.example,,25,', ['licence_type', 'licence_type_missing']],
  ['an unknown licence', 'Litware,lit1,litware.example,hosted-max,25,', ['licence_type', 'licence_type_unknown']],
  ['no users', 'Litware,lit1,litware.example,hosted-pro,,', ['licensed_users', 'licensed_users_missing']],
  ['0 users', 'Litware,lit1,litware.example,hosted-pro,0,', ['licensed_users', 'licensed_users_range']],
  ['-1 users', 'Litware,lit1,litware.example,hosted-pro,-1,', ['licensed_users', 'licensed_users_range']],
  ['501 users', 'Litware,lit1,litware.example,hosted-pro,501,', ['licensed_users', 'licensed_users_range']],
  ['half a user', 'Litware,lit1,litware.example,hosted-pro,2.5,', ['licensed_users', 'licensed_users_not_whole']],
  ['users in words', 'Litware,lit1,litware.example,hosted-pro,ten,', ['licensed_users', 'licensed_users_not_whole']],
  ['1e2 users', 'Litware,lit1,litware.example,hosted-pro,1e2,', ['licensed_users', 'licensed_users_not_whole']],
  [
    'a reference of 81',
    `Litware,lit1,litware.example,hosted-pro,25,${'x'.repeat(81)}`,
    ['reference', 'reference_long'],
  ],
  ['a bell in a name', 'Lit\u0007ware,lit1,litware.example,hosted-pro,25,', ['full_name', 'character_unseen']],
  ['a turn of direction', 'Lit\u202Eware,lit1,litware.example,hosted-pro,25,', ['full_name', 'character_unseen']],
  ['a line end in a name', '"Lit\nware",lit1,litware.example,hosted-pro,25,', ['full_name', 'character_unseen']],
  ['a cell too many', 'Litware,lit1,litware.example,hosted-pro,25,,', [null, 'cells_too_many']],
  ['a cell too few', 'Litware,lit1,litware.example,hosted-pro,25', [null, 'cells_too_few']],
] as const;

describe('each mistake is named by its row and its column, and the rows around it are none', () => {
  test.each(kinds)('%s', (_, row, expected) => {
    expect(told([header, good(1), row, good(2)].join('\n'))).toEqual([[3, ...expected]]);
  });
});

test('a thousand rows with every kind among them: exactly those are told, and the others are ready', () => {
  const rows = Array.from({ length: 1000 }, (_, place) => {
    const kind = place > 0 && place % 25 === 0 ? kinds[place / 25 - 1] : undefined;
    // Each with a name and a tenant of its own, where these are not what is wrong with it.
    const text = kind?.[1].replace(',lit1,', `,lit${place},`).replace('litware.example', `lit${place}.example`);
    return { text: text ?? good(place + 1), kind };
  });
  const { wanted, mistakes } = check([header, ...rows.map(({ text }) => text)].join('\r\n'));
  const wrong = rows.flatMap(({ kind }, place) => (kind === undefined ? [] : [place + 2]));
  expect(wrong.length).toBeGreaterThan(30);
  expect(mistakes.map(({ row, column, mistake }) => [row, column, mistake])).toEqual(
    rows.flatMap(({ kind }, place) => (kind === undefined ? [] : [[place + 2, ...kind[2]]])),
  );
  expect(wanted).toHaveLength(1000 - wrong.length);
});

test('several mistakes of one row are all told', () => {
  expect(told([header, ',audit,nowhere,x,501,'].join('\n'))).toEqual([
    [2, 'full_name', 'full_name_missing'],
    [2, 'short_name', 'short_name_reserved'],
    [2, 'tenant', 'tenant_reference_invalid'],
    [2, 'licence_type', 'licence_type_unknown'],
    [2, 'licensed_users', 'licensed_users_range'],
  ]);
});

test.each([
  ['nothing', '', [[1, null, 'file_empty']]],
  ['white space', ' \r\n ', [[1, null, 'file_empty']]],
  ['a header alone', header, [[1, null, 'file_without_rows']]],
  ['a header and empty rows', `${header}\n,,,,,\n`, [[1, null, 'file_without_rows']]],
  [
    'no header',
    good(1),
    expect.arrayContaining([
      [1, null, 'column_unknown'],
      [1, null, 'column_missing'],
    ]),
  ],
  ['a column that is missing', header.replace('tenant,', ''), [[1, null, 'column_missing']]],
  ['a column that nobody knows', `${header},colour`, [[1, null, 'column_unknown']]],
  ['a column twice', `${header},tenant`, [[1, null, 'column_twice']]],
  ['a quotation mark that never ends', `${header}\n${good(1)}\n"Litware,lit1`, [[3, null, 'quotes_broken']]],
  [
    '1,001 rows',
    [header, ...Array.from({ length: 1001 }, (_, n) => good(n))].join('\n'),
    [[1002, null, 'rows_too_many']],
  ],
])('a file with %s is told as one', (_, text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  ['commas', `${header}\n${good(1)}`],
  ['semicolons', `${header}\n${good(1)}`.replaceAll(',', ';')],
  ['tabs', `${header}\n${good(1)}`.replaceAll(',', '\t')],
  ['a byte order mark', `\uFEFF${header}\n${good(1)}`],
  ['the line ends of Windows', `${header}\r\n${good(1)}\r\n`],
  ['the line ends of an old Mac', `${header}\r${good(1)}\r`],
  ['quotation marks', `${header}\n"Contoso 1","contoso1","${id(1)}","hosted-pro","25","PO 1"`],
  ['capitals in the header', `${header.toUpperCase()}\n${good(1)}`],
  [
    'columns in another order',
    `reference,tenant,full_name,licensed_users,short_name,licence_type\nPO 1,${id(1)},Contoso 1,25,contoso1,Hosted-Pro`,
  ],
  ['empty rows at its end', `${header}\n${good(1)}\n,,,,,\n\n`],
])('a file with %s is read', (_, text) => {
  expect(check(text)).toEqual({
    mistakes: [],
    wanted: [
      {
        row: 2,
        tenant: id(1),
        fullName: 'Contoso 1',
        shortName: 'contoso1',
        licenceType: 'hosted-pro',
        licensedUsers: 25,
        reference: 'PO 1',
      },
    ],
  });
});

test('a language is one of ours, in any letters, or is left out', () => {
  const of = (language: string) => check(`${header},language\n${good(1)},${language}`);
  expect(of('de').wanted).toEqual([expect.objectContaining({ language: 'de' })]);
  expect(of('EN').wanted).toEqual([expect.objectContaining({ language: 'en' })]);
  expect(of(' ').wanted).toEqual([expect.not.objectContaining({ language: expect.anything() })]);
  for (const none of ['fr', 'Deutsch', 'pseudo', 'de-AT'])
    expect(told(`${header},language\n${good(1)},${none}`)).toEqual([[2, 'language', 'language_unknown']]);
});

test('without the column of references there are none, and a comma within quotation marks is part of a name', () => {
  const { wanted } = check(
    `full_name,short_name,tenant,licence_type,licensed_users\n"Litware, Inc.",lit1,litware.example,hosted-pro,1`,
  );
  expect(wanted).toEqual([expect.objectContaining({ fullName: 'Litware, Inc.', reference: null })]);
});
