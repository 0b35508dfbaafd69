import { resources } from '@latchkey/shared/permissions/profile';
import { answerFaults, textOf, type AnswerFault, type WireAnswer } from './answer-faults.ts';
import type { Harms, WireCall } from './bench.ts';
import { itemFaults, type Item } from './item-faults.ts';
import { tokenFaults } from './token-faults.ts';

/** One place at which one thing goes wrong. */
export interface Harm {
  readonly at: string;
  readonly name: string;
  readonly kind: AnswerFault['kind'];
  readonly harms: Harms;
}

/** The answers of one validation: the token, the batch, the batch of its resources, and each answer inside of them. */
export const items = [
  'organization',
  'servicePrincipal',
  'oauth2PermissionGrants',
  'appRoleAssignments',
  'roles',
  'users',
  'teams',
  'resource',
  'offered',
] as const;
export type ItemPlace = (typeof items)[number];

const isForTeams = ({ sent }: WireCall): boolean => sent.includes(resources.teamsAdmin);

const isResource = ({ sent }: WireCall): boolean => sent.includes('oauth2PermissionScopes');

const isItem = (place: ItemPlace, call: WireCall, id: string): boolean => {
  if (place === 'offered') return isResource(call);
  return !isResource(call) && (place === 'resource' ? id.startsWith('resource ') : id === place);
};

const wholes = [
  ['token', (call: WireCall) => call.what === 'token' && !isForTeams(call), [...answerFaults, ...tokenFaults]],
  ['token for Teams', (call: WireCall) => call.what === 'token' && isForTeams(call), [...answerFaults, ...tokenFaults]],
  ['Teams administration', (call: WireCall) => call.what === 'teams-admin', answerFaults],
  ['batch', (call: WireCall) => call.path.endsWith('$batch') && !isResource(call), answerFaults],
  ['batch of resources', (call: WireCall) => call.path.endsWith('$batch') && isResource(call), answerFaults],
] as const;

/** Every fault at every place at which it is one. */
export const everyHarm: readonly Harm[] = [
  ...wholes.flatMap(([at, hits, faults]) =>
    faults.map(({ name, kind, harm }): Harm => ({
      at,
      name,
      kind,
      harms: (call, secrets) => (hits(call) ? harm(call.answer, secrets) : call.answer),
    })),
  ),
  ...items.flatMap((place) =>
    itemFaults.map(({ name, kind, harm }): Harm => ({
      at: place,
      name,
      kind,
      harms: (call, secrets) => {
        if (!call.path.endsWith('$batch')) return call.answer;
        return inBatch(call.answer, (item) => (isItem(place, call, item.id) ? harm(item, secrets) : [item]));
      },
    })),
  ),
];

function inBatch(answer: WireAnswer, change: (item: Item) => readonly Item[]): WireAnswer {
  // A batch that something else has harmed already is left as it is.
  const read = responsesIn(textOf(answer));
  return read === undefined ? answer : { ...answer, body: JSON.stringify({ responses: read.flatMap(change) }) };
}

function responsesIn(text: string): readonly Item[] | undefined {
  try {
    const { responses } = JSON.parse(text) as { responses?: unknown };
    return Array.isArray(responses) ? (responses as Item[]) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What is no harm, and why. Each of these is tried as well, and leaves the connection `working`: so that nothing hides here.
 */
export const harmless: Readonly<Record<string, string>> = {
  'servicePrincipal a next page at a stranger’s': 'one thing has no pages',
  'servicePrincipal a next page that is not there': 'one thing has no pages',
  'servicePrincipal a next page that is a number': 'one thing has no pages',
  'resource a next page at a stranger’s': 'one thing has no pages',
  'resource a next page that is not there': 'one thing has no pages',
  'resource a next page that is a number': 'one thing has no pages',
  'offered a next page at a stranger’s': 'one thing has no pages',
  'offered a next page that is not there': 'one thing has no pages',
  'offered a next page that is a number': 'one thing has no pages',
  'users a next page at a stranger’s': 'one user was asked for: there are more, and nobody looks',
  'users a next page that is not there': 'one user was asked for: there are more, and nobody looks',
  'users a next page that is a number': 'one user was asked for: there are more, and nobody looks',
  'teams a next page at a stranger’s': 'one number was asked for: there are more, and nobody looks',
  'teams a next page that is not there': 'one number was asked for: there are more, and nobody looks',
  'teams a next page that is a number': 'one number was asked for: there are more, and nobody looks',
  'users every id another': 'any user is a user',
  'users its own id another': 'any user is a user',
  'roles its own id another': 'a role is known by its template',
  'oauth2PermissionGrants its own id another': 'a grant is known by client, resource and person',
  'organization switched off': 'whether a domain is the default one is not looked at',
  'resource its own id another': 'a resource is known by its application id',
};

export const nameOf = ({ at, name }: Harm): string => `${at} ${name}`;

/** Both, one after the other. */
export const both =
  (one: Harms, other: Harms): Harms =>
  (call, secrets) => {
    const answer = one(call, secrets);
    return answer instanceof Error ? answer : other({ ...call, answer }, secrets);
  };

export const unharmed: Harms = ({ answer }) => answer;
