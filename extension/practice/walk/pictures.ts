import { existsSync, readdirSync } from 'node:fs';
import { escape } from './escape.ts';

/** What each photograph of the walk shows, in the order in which they are taken. */
const shown = {
  'step-0-signed-out': 'The console, with nobody signed in',
  'step-0-methods-and-policies': 'Methods and policies: an Admin has turned the method on',
  'step-1-add-new-customer': 'Add New Customer, filled in; the tenant was found at Microsoft',
  'step-2-select-the-method': 'The methods, with the one by link selected',
  'step-3-link': 'The link for the administrator, shown once',
  'step-3-name-and-password': 'Name and password of the account, typed and masked',
  'step-4-start-page': 'The page with Start, as the administrator meets it',
  'step-5-account': 'Microsoft’s sign-in: the account',
  'step-5-password': 'Microsoft’s sign-in: the password, typed and masked',
  'step-5-prompt': 'Microsoft’s sign-in: the prompt on the telephone',
  'step-5-request-sent': 'Microsoft’s page: the request for approval was sent',
  'step-5-reviewers-queue': 'The reviewer’s queue in the portal',
  'step-5-pasted': 'What our page says of the error that stayed on Microsoft’s',
  'step-5-what-is-asked': 'Microsoft’s consent page: what is asked for, the box still empty',
  'step-6-box-ticked': 'Microsoft’s consent page with “Consent on behalf of your organization” ticked',
  'step-6-confirmation': 'What the administrator reads afterwards',
  'step-7-pending-invitations': 'Pending Invitations with the invitation complete, before Add',
  'step-8-permissions-blade': 'The Permissions blade of the registration, in the portal',
  'step-9-validate-authentication': 'M365 Settings after Validate Authentication: verdict and permissions',
} as const;

const names = Object.keys(shown);

/** Every picture below `folder`, in the walk's order, each with what it shows in words. */
export function pictures(folder: string): string {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.toSorted(inOrder).map(figure).join('\n');
}

function figure(file: string): string {
  const words = escape(wordsFor(file.replace(/\.png$/, '')));
  return `<figure><img src="screenshots/${escape(file)}" alt="${words}"><figcaption>${words} (<code>${escape(file)}</code>)</figcaption></figure>`;
}

function wordsFor(name: string): string {
  const known = Object.entries(shown).find(([each]) => each === name)?.[1];
  const [, step, page] = /^step-(\d+)-not-proved-(\d+)$/.exec(name) ?? [];
  if (step !== undefined) return `Step ${step} was not proved: open page ${Number(page) + 1} at that moment`;
  return known ?? name.replaceAll('-', ' ');
}

/** By step, then as they are taken; what is not known comes last in its step. */
function inOrder(one: string, other: string): number {
  return stepOf(one) - stepOf(other) || placeOf(one) - placeOf(other) || one.localeCompare(other);
}

const stepOf = (file: string): number => Number(/^step-(\d+)/.exec(file)?.[1] ?? Infinity);

function placeOf(file: string): number {
  const place = names.indexOf(file.replace(/\.png$/, ''));
  return place === -1 ? names.length : place;
}
