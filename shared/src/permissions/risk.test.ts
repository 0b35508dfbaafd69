import { expect, test } from 'vitest';
import { bySeverity, riskOf } from './risk.ts';

test.each([
  ['RoleManagement.ReadWrite.Directory', 'takes_over'],
  ['application.readwrite.all', 'takes_over'],
  ['User-PasswordProfile.ReadWrite.All', 'takes_over'],
  ['Mail.Read', 'reads_content'],
  ['Files.ReadWrite.All', 'reads_content'],
  ['Device.ReadWrite.All', 'changes'],
  ['TeamsTelephoneNumber.ReadWrite.All', 'changes'],
  ['AuditLog.Read.All', 'reads'],
  ['Organization.Read.All', 'reads'],
  ['Nobody.Looked.This.Up', 'not_known'],
  ['constructor', 'not_known'],
] as const)('%s: %s', (value, risk) => {
  expect(riskOf(value)).toBe(risk);
});

test('the gravest comes first', () => {
  const values = [
    'AuditLog.Read.All',
    'Device.ReadWrite.All',
    'Nobody.Looked',
    'Mail.Read',
    'Application.ReadWrite.All',
  ];
  expect(
    values
      .map((value) => ({ value }))
      .toSorted(bySeverity)
      .map(({ value }) => value),
  ).toEqual(values.toReversed());
});
