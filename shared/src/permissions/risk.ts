import { openedBy } from './never.ts';
import type { PermissionLine } from './check.ts';

/** How bad it is that somebody holds a permission nobody needs. The gravest first. */
export const risks = ['takes_over', 'reads_content', 'not_known', 'changes', 'reads'] as const;
export type Risk = (typeof risks)[number];

/**
 * The class of one permission. `takes_over`: it can make itself an administrator, or somebody's password. `reads_content`: mail, files,
 * chats. One that nobody has looked up is `not_known`, which is worse than a permission that is known to change things only.
 */
export function riskOf(value: string): Risk {
  const opened = openedBy(value);
  if (opened === undefined) return 'not_known';
  if (opened.some((fear) => fear === 'roles' || fear === 'apps' || fear === 'passwords')) return 'takes_over';
  if (opened.some((fear) => fear === 'mail' || fear === 'files' || fear === 'chats')) return 'reads_content';
  return opened.length > 0 || /write|send|manage|full|control|operations/i.test(value) ? 'changes' : 'reads';
}

export const bySeverity = (one: Pick<PermissionLine, 'value'>, other: Pick<PermissionLine, 'value'>): number =>
  risks.indexOf(riskOf(one.value)) - risks.indexOf(riskOf(other.value));
