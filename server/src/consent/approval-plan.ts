import { mintId } from '../ids.ts';
import type { Transaction } from '../storage/store.ts';

/** The kind of work that looks whether a reviewer has let the app in; its subject is the invitation. */
export const approvalWork = 'approval';

/** Minutes after the request at which it is looked; from then on each hour. People review within minutes, or tomorrow. */
const early = [1, 2, 5, 10, 20, 40, 60];
const each = 60;

/** Plans the first look at once: it sees whether the app was there before. */
export async function planApprovalLook(tx: Transaction, invitationId: string, at: string): Promise<void> {
  await tx.work.dropAll(approvalWork, invitationId);
  await tx.work.add({ id: mintId('wrk', new Date(at)), kind: approvalWork, subject: invitationId, due: at });
}

/** When to look again, after `now`. */
export function nextApprovalLook(requestedAt: string, now: Date): Date {
  const requested = Date.parse(requestedAt);
  const passed = Math.max(0, (now.getTime() - requested) / 60_000);
  const minutes = early.find((after) => after > passed) ?? (Math.floor(passed / each) + 1) * each;
  return new Date(requested + minutes * 60_000);
}
