import type { InvitationView } from '@latchkey/shared/api/invitations';
import { fill } from '@latchkey/shared/words/fill';
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Validator } from '../connections/validator.ts';
import { momentText } from '../look/moments.ts';
import { failed, type ClientError, type Reply } from '../server-api/client-error.ts';
import { startGuide } from '../session/start-guide.ts';
import type { Surroundings } from '../session/surroundings.ts';
import type { Pending } from './pending.ts';
import { rowOf, statusWord, type PendingRow } from './pending-row.ts';

/** What came of the last press: said politely when it went well, at once when it did not. */
export type Outcome =
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'failed'; readonly error: ClientError }
  | null;

export interface InvitationActions {
  readonly outcome: ReadonlySignal<Outcome>;
  /** Does the one next action of a row. */
  next(row: PendingRow): Promise<void>;
  /** Opens the portal where the permissions are listed, with the guide on it. */
  showOnPortal(invitation: InvitationView): Promise<void>;
  dismiss(): void;
}

interface Needs {
  readonly surroundings: Surroundings;
  readonly pending: Pending;
  readonly validator: Validator;
  /** Goes to a place of the console: a new page of it from the popup, the same page within it. */
  readonly goTo: (hash: string) => Promise<void> | void;
}

/** What the buttons of a row do; the popup and the console press the same ones. */
export function createInvitationActions({ surroundings, pending, validator, goTo }: Needs): InvitationActions {
  const { api, clock, speech, platform } = surroundings;
  const outcome = signal<Outcome>(null);
  const done = (sentence: string, values: Readonly<Record<string, string>>) => {
    outcome.value = { kind: 'done', text: fill(sentence, values) };
  };
  const { popup } = speech.words;

  /** Shows a refusal, and reads the list again: it was out of date, or is now. */
  function succeeded<Value>(reply: Reply<Value>): reply is { ok: true; value: Value } {
    void pending.list.refresh();
    if (!reply.ok) outcome.value = { kind: 'failed', error: reply.error };
    return reply.ok;
  }

  async function copyLink({ id }: InvitationView): Promise<void> {
    const reply = await api.call('copyLink', { params: { invitationId: id } });
    if (!succeeded(reply)) return;
    const { link, typedCode, expiresAt } = reply.value;
    const copied = await platform.copy(link);
    done(copied ? popup.linkCopied : popup.linkNotCopied, {
      time: momentText(expiresAt, clock.now(), speech),
      code: typedCode,
    });
  }

  async function add({ id, customer }: InvitationView): Promise<void> {
    const reply = await api.call('addService', { params: { invitationId: id } });
    if (!succeeded(reply)) return;
    done(popup.added, { customer: customer.fullName });
    await goTo(`#/services/${reply.value.serviceId}/m365-settings`);
  }

  async function validate({ id, connection, customer }: InvitationView): Promise<void> {
    if (connection === null) return;
    const reply = await validator.run(connection.id);
    if (reply === 'elsewhere' || !succeeded(reply)) return;
    const now = await api.call('readInvitation', { params: { invitationId: id } });
    if (!succeeded(now)) return;
    const status = statusWord(rowOf(now.value, clock.now()), clock.now(), speech);
    done(popup.nowReads, { customer: customer.fullName, status });
  }

  async function showOnPortal({ id }: InvitationView): Promise<void> {
    const reply = await api.call('readGuide', { params: { invitationId: id } });
    if (!succeeded(reply)) return;
    const { permissionsBlade } = reply.value;
    if (permissionsBlade === null)
      return void (outcome.value = { kind: 'failed', error: failed('guide_too_early').error });
    await startGuide(id);
    await platform.openTab(permissionsBlade.entra);
  }

  return {
    outcome,
    showOnPortal,
    dismiss: () => (outcome.value = null),
    async next({ invitation, standing }) {
      outcome.value = null;
      switch (standing.nextAction) {
        case 'choose_method':
          return goTo(`#/invitations/${invitation.id}/method`);
        case 'copy_link':
          return copyLink(invitation);
        case 'add':
          return add(invitation);
        case 'validate':
        case 'fix':
          return validate(invitation);
        case 'renew':
          return goTo(`#/invitations/${invitation.id}/start`);
        case 'cancel':
          // It is asked about there.
          return goTo(`#/invitations/${invitation.id}`);
        case 'none':
          return undefined;
      }
    },
  };
}
