import { readFileSync } from 'node:fs';

export interface Person {
  readonly name: string;
  readonly username: string;
  readonly password: string;
  /** Whether Microsoft asks for a second proof. */
  readonly mfa: boolean;
  readonly roles: readonly string[];
}

/** A person of the customer's, and what they do in a walk. */
export interface ActingPerson extends Person {
  readonly adminDoes?: string;
  readonly reviewerDoes?: string;
}

/** What a person who practises must know: who there is, and what they type. Written by the practice tenant at its start. */
export interface Situation {
  readonly name: string;
  readonly seed: number;
  readonly provider: {
    readonly name: string;
    readonly tenantId: string;
    readonly domain: string;
    readonly operators: readonly Person[];
  };
  readonly customer: {
    readonly name: string;
    /** Under which the provider's own console keeps it. */
    readonly shortName: string;
    readonly tenantId: string;
    readonly domain: string;
    readonly people: readonly ActingPerson[];
    /** People of another tenant of the same owner. */
    readonly sister?: readonly ActingPerson[];
  };
  readonly registrations: {
    readonly api: { readonly clientId: string; readonly scope: string };
    readonly extension: { readonly clientId: string };
    readonly consent: { readonly clientId: string; readonly displayName: string; readonly secretFile: string };
  };
}

export const readSituation = (file: string): Situation => JSON.parse(readFileSync(file, 'utf8')) as Situation;

/** The customer's administrator of the situation, who acts on Microsoft's pages. */
export function administratorOf({ customer, name }: Situation): ActingPerson {
  const administrator =
    [...customer.people, ...(customer.sister ?? [])].find((person) => person.adminDoes !== undefined) ??
    customer.people.find((person) => person.roles.includes('Global Administrator'));
  if (administrator === undefined) throw new Error(`The situation ${name} has no administrator.`);
  return administrator;
}

/** Whoever decides about requests for consent. */
export function reviewerOf({ customer, name }: Situation): ActingPerson {
  const reviewer = customer.people.find((person) => person.reviewerDoes !== undefined);
  if (reviewer === undefined) throw new Error(`The situation ${name} has no reviewer.`);
  return reviewer;
}

/** Somebody of the provider, by their role in Latchkey. */
export function roleOf({ provider, name }: Situation, role: string): Person {
  const person = provider.operators.find(({ roles }) => roles.includes(role));
  if (person === undefined) throw new Error(`The situation ${name} has no ${role}.`);
  return person;
}

/** The provider's operator who carries out the seed's steps. */
export const operatorOf = (situation: Situation): Person => roleOf(situation, 'Operator');
