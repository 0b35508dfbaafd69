import { expect, test } from 'vitest';
import { faults } from '../words/en/faults.ts';
import { aadstsFaults } from './aadsts/aadsts-faults.ts';
import { graphFaults } from './graph-faults.ts';
import type { MicrosoftFault } from './microsoft-fault.ts';
import { nextSteps } from './next-steps.ts';
import { oauthFaults } from './oauth-faults.ts';
import { statusFaults, transportFaults } from './transport-faults.ts';

const tables = {
  aadsts: aadstsFaults,
  graph: graphFaults,
  transport: transportFaults,
  oauth: oauthFaults,
  status: statusFaults,
} as const;
const every = Object.entries(tables).flatMap(([source, table]) =>
  Object.entries<MicrosoftFault>(table).map(([key, fault]) => ({ source: source as keyof typeof tables, key, fault })),
);

test('at least 110 AADSTS codes and 25 faults of Graph and of the line are known', () => {
  expect(Object.keys(aadstsFaults).length).toBeGreaterThanOrEqual(110);
  expect(Object.keys({ ...graphFaults, ...transportFaults }).length).toBeGreaterThanOrEqual(25);
});

test.each(every)('$source $key says what happened, in a sentence that no number opens', ({ source, key }) => {
  const titles: Readonly<Record<string, string>> = faults[source];
  expect(titles[key]).toMatch(/^[A-Z‘“][^\n]{10,100}[.]$/);
  expect(titles[key]).not.toMatch(/AADSTS|\d{5}/);
});

test('every title of AADSTS codes is its own: two codes that read alike would be one', () => {
  const titles = Object.values(faults.aadsts);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

test.each(nextSteps)('the next step %s is somebody’s, and is said to both who may read it', (step) => {
  expect(every.some(({ fault }) => fault.next === step) || step === 'look_up').toBe(true);
  const [operator, customer] = [faults.nextSteps.operator[step], faults.nextSteps.customer[step]];
  for (const sentence of [operator, customer]) {
    expect(sentence).toMatch(/[.]$/);
    expect(sentence).not.toMatch(/(disable|switch off|turn off)[^.]*\bMFA\b/i);
  }
  expect(operator).not.toContain('{provider}');
});

test('what is tried again by itself is nobody’s fault that acts: a policy, a consent or a secret is never it', () => {
  const automatic = every.filter(({ fault }) => fault.retry === 'later').map(({ fault }) => fault.class);
  expect(new Set(automatic)).not.toContain('consent');
  expect(automatic).not.toContain('password');
});

test('a locked account is never tried again by itself', () => {
  expect(aadstsFaults[50053].retry).toBe('never');
});

test('a blocked sign-in names the policy as its cause, and nothing else does', () => {
  const blocked = every.filter(({ fault }) => fault.cause === 'conditional_access');
  expect(blocked.every(({ fault }) => fault.class === 'policy')).toBe(true);
  expect(blocked.length).toBeGreaterThan(10);
});
