import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { practise } from '../testing/practice.ts';
import { situations } from './situations.ts';

const picture = ({ world }: ReturnType<typeof practise>) => {
  const { directory, registrations, customer, provider } = world.state;
  const principals = directory.tenants.flatMap(({ id }) => directory.servicePrincipals(id));
  return { registrations, customer, provider, principals: principals.map((one) => ({ ...one, createdAt: undefined })) };
};

describe.each(situations)('$name', (situation) => {
  test('two starts with one seed are equal', () => {
    expect(picture(practise({ situation, seed: 3 }))).toEqual(picture(practise({ situation, seed: 3 })));
  });

  test('another seed has other people, another tenant id, other passwords and secrets, and the same company', () => {
    const [one, other] = [practise({ situation, seed: 3 }), practise({ situation, seed: 4 })];
    expect(one.tenantId).not.toBe(other.tenantId);
    expect(one.admin.username).not.toBe(other.admin.username);
    expect(one.admin.password).not.toBe(other.admin.password);
    expect(one.registrations.consent.clientId).not.toBe(other.registrations.consent.clientId);
    expect(one.registrations.consent.secrets).not.toEqual(other.registrations.consent.secrets);
    expect(one.world.state.customer.tenant.displayName).toBe(other.world.state.customer.tenant.displayName);
  });

  test('one person acts, and somebody could approve', () => {
    const { people, sister } = situation.customer;
    const acting = [...people, ...(sister?.people ?? [])].filter(({ adminDoes }) => adminDoes !== undefined);
    expect(acting).toHaveLength(1);
    expect(people.some(({ roles }) => roles.includes('Global Administrator'))).toBe(true);
  });

  test('nothing of ours is in the customer’s tenant yet', () => {
    const { world, tenantId, registrations } = practise({ situation });
    for (const { clientId } of [registrations.api, registrations.extension, registrations.consent])
      expect(world.state.directory.servicePrincipal(tenantId, clientId)).toBeUndefined();
  });
});

test('each situation stands in the README with the line by which it ends', () => {
  const table = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  for (const { name } of situations)
    expect(table, name).toMatch(
      new RegExp(
        `\\| \`${name}\` +\\|.*\\| \`(9 of 9 steps proved|situation ${name}: stopped at step \\d, .*owner \\w+)\` +\\|`,
      ),
    );
});

test('names of situations are unique', () => {
  expect(new Set(situations.map(({ name }) => name)).size).toBe(situations.length);
});

test('no two people share a user name or an id', () => {
  const { people } = practise().world.state.directory;
  expect(new Set(people.map(({ username }) => username)).size).toBe(people.length);
  expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
});
