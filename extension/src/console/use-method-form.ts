import type { InvitationView } from '@latchkey/shared/api/invitations';
import { keepsPassword, type Method } from '@latchkey/shared/invitations/method';
import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';
import { useState } from 'preact/hooks';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';
import {
  agreementFaults,
  noPassword,
  passwordFaults,
  type PasswordFault,
  type PasswordFaults,
  type PasswordFields,
} from './password-form.ts';
import { places } from './route.ts';
import { usePassword } from './use-password.ts';

export interface MethodForm {
  readonly chosen: Method;
  readonly choose: (method: Method) => void;
  readonly profileId: string;
  readonly chooseProfile: (profileId: string) => void;
  readonly fields: PasswordFields;
  readonly faults: PasswordFaults;
  readonly set: (name: PasswordFault, value: string) => void;
  readonly error: ClientError | null;
  /** The customer's agreement is on record. */
  readonly hasAgreed: boolean;
  readonly next: () => Promise<void>;
}

/** The form of step 2, and with a password of step 3: agreement, method, password, in this order, each sent once. */
export function useMethodForm(invitation: InvitationView): MethodForm {
  const { words } = useFullSpeech();
  const { api } = useSurroundings();
  const { goTo, pending, drafts } = useDesk();
  const kept = drafts.methods.get(invitation.id);
  const standing = usePassword(invitation.customer.id);
  const [chosen, setChosen] = useState<Method>(kept?.chosen ?? invitation.method ?? 'invitation-link');
  const [profileId, setProfileId] = useState(kept?.profileId ?? invitation.profile?.id ?? directRoutingDelegated.id);
  const [fields, setFields] = useState<PasswordFields>({ ...noPassword, ...kept?.fields });
  const [faults, setFaults] = useState<PasswordFaults>({});
  const [error, setError] = useState<ClientError | null>(null);
  const hasAgreed = standing.known.value.value?.acknowledgement != null;
  const params = { customerId: invitation.customer.id };

  /** Whoever goes back and comes again finds what they typed; a password is typed again. */
  function keep(method: Method, { password: _, ...typed }: PasswordFields, profile = profileId): void {
    drafts.methods.set(invitation.id, { chosen: method, fields: typed, profileId: profile });
  }

  /** Everything that has to be said to the server for a method with a password; what went wrong, or null. */
  async function send(): Promise<ClientError | null> {
    const { username, password, name, date, how } = fields;
    if (keepsPassword(chosen) && !hasAgreed) {
      const agreed = await api.call('recordAcknowledgement', { params, body: { name, date, how } });
      if (!agreed.ok) return agreed.error;
      await standing.refresh();
    }
    // Chosen before: going on changes nothing of the method.
    if (invitation.status === 'draft') {
      const reply = await api.call('chooseMethod', {
        params: { invitationId: invitation.id },
        body: { method: chosen, ...(profileId !== directRoutingDelegated.id && { profileId }) },
      });
      if (!reply.ok) return reply.error;
      void pending.list.refresh();
    }
    if (!keepsPassword(chosen)) return null;
    const given = await api.call('givePassword', { params, body: { username, password } });
    return given.ok ? null : given.error;
  }

  return {
    chosen,
    choose(method) {
      // An application is carried out by nobody's password: whoever chooses that is asked by the usual profile again.
      const profile = keepsPassword(method) ? directRoutingDelegated.id : profileId;
      setChosen(method);
      setProfileId(profile);
      keep(method, fields, profile);
      setFaults({});
    },
    profileId,
    chooseProfile(id) {
      setProfileId(id);
      keep(chosen, fields, id);
    },
    fields,
    faults,
    set(name, value) {
      const next = { ...fields, [name]: value };
      setFields(next);
      keep(chosen, next);
      setFaults((before) => Object.fromEntries(Object.entries(before).filter(([field]) => field !== name)));
    },
    error,
    hasAgreed,
    async next() {
      setError(null);
      const found = keepsPassword(chosen)
        ? { ...passwordFaults(fields, words), ...(hasAgreed ? {} : agreementFaults(fields, words)) }
        : {};
      setFaults(found);
      if (Object.keys(found).length > 0) return;
      const refused = await send();
      if (refused !== null) return setError(refused);
      setFields(noPassword);
      drafts.methods.delete(invitation.id);
      goTo(places.start(invitation.id));
    },
  };
}
