import { AuditActorKind, AuditFilter } from '@latchkey/shared/api/audit';
import { auditActions, auditOutcomes, type AuditAction, type AuditOutcome } from '@latchkey/shared/audit/audit-actions';
import { settingsPlaces } from './settings-places.ts';

/** What an Admin chose above the audit log, as it stands in the address. Days are the reader's own. */
export interface AuditChoice {
  readonly from: string;
  readonly until: string;
  readonly kind: AuditActorKind | '';
  readonly actor: string;
  readonly action: AuditAction | '';
  readonly outcome: AuditOutcome | '';
  readonly about: string;
  readonly search: string;
}

export const noAuditChoice: AuditChoice = {
  from: '',
  until: '',
  kind: '',
  actor: '',
  action: '',
  outcome: '',
  about: '',
  search: '',
};

const oneOf = <Name extends string>(names: readonly Name[], text: string): Name | '' =>
  names.find((name) => name === text) ?? '';
const dayOf = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '');

/** Reads it from the query of an address. What is not known there is as good as not chosen. */
export function auditChoiceAt(query: string): AuditChoice {
  const given = new URLSearchParams(query);
  const text = (name: keyof AuditChoice): string => (given.get(name) ?? '').slice(0, 120);
  return {
    from: dayOf(text('from')),
    until: dayOf(text('until')),
    kind: oneOf(AuditActorKind.options, text('kind')),
    actor: text('actor'),
    action: oneOf(auditActions, text('action')),
    outcome: oneOf(auditOutcomes, text('outcome')),
    about: text('about'),
    search: text('search'),
  };
}

/** The address of what was chosen; what was not is not in it. */
export function auditPlace(choice: AuditChoice): string {
  const query = new URLSearchParams(Object.entries(choice).filter(([, value]) => value !== '')).toString();
  return query === '' ? settingsPlaces.audit.place : `${settingsPlaces.audit.place}?${query}`;
}

export const isChosen = (choice: AuditChoice): boolean => Object.values(choice).some((value) => value !== '');

/** What of a choice cannot be asked for. */
export function auditFault({ from, until, about }: AuditChoice): 'dates' | 'about' | null {
  if (from !== '' && until !== '' && from > until) return 'dates';
  return about === '' || AuditFilter.shape.about.safeParse(about.trim()).success ? null : 'about';
}

/** The choice as the server takes it. */
export function auditFilterOf({ from, until, about, ...choice }: AuditChoice): AuditFilter {
  const said = Object.entries({ ...choice, about: about.trim() }).filter(([, value]) => value !== '');
  return AuditFilter.parse({
    ...Object.fromEntries(said),
    ...(from === '' ? {} : { from: midnight(from, 0) }),
    ...(until === '' ? {} : { until: midnight(until, 1) }),
  });
}

/** The midnight with which a day of the reader begins, or one some days later. */
function midnight(day: string, later: number): string {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + later);
  return date.toISOString();
}
