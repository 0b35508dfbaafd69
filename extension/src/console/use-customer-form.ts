import { useEffect, useRef, useState } from 'preact/hooks';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { keyFor, type KeptKey } from '../server-api/idempotency.ts';
import { customerDraft } from '../session/remembered.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';
import {
  bodyOf,
  emptyFields,
  faultsOf,
  faultsOfRefusal,
  type CustomerFields,
  type Faults,
  type FieldName,
} from './new-customer-form.ts';
import { places } from './route.ts';

export interface CustomerForm {
  readonly fields: CustomerFields;
  readonly faults: Faults;
  /** A refusal that belongs to no field. */
  readonly refusal: ClientError | null;
  /** Counts the tries that ended with faults, so that the page can move the focus after each. */
  readonly refusedTries: number;
  readonly set: (name: FieldName, value: string) => void;
  /** Says what is wrong with a field, once somebody has left it. */
  readonly leave: (name: FieldName) => void;
  readonly send: () => Promise<void>;
}

/** The form of Add New Customer. What was typed outlives a reload and a failed try; a second try creates nothing twice. */
export function useCustomerForm({
  tenant,
  shortName,
}: Readonly<Record<'tenant' | 'shortName', string | null>>): CustomerForm {
  const { words } = useFullSpeech();
  const { api } = useSurroundings();
  const { goTo, pending } = useDesk();
  const [fields, setFields] = useState<CustomerFields>({
    ...emptyFields,
    tenant: tenant ?? '',
    shortName: shortName ?? '',
  });
  const [faults, setFaults] = useState<Faults>({});
  const [refusal, setRefusal] = useState<ClientError | null>(null);
  const [refusedTries, setRefusedTries] = useState(0);
  const sent = useRef<KeptKey | null>(null);
  const touched = useRef(false);

  useEffect(() => {
    void customerDraft.getValue().then((draft) => {
      if (draft === null || touched.current) return;
      // Whoever comes for another customer than was typed of begins anew.
      if (![null, draft.tenant].includes(tenant) || ![null, draft.shortName].includes(shortName)) return;
      const { sent: key, ...rest } = draft;
      sent.current = key;
      // What was kept by an older version lacks what it did not know.
      setFields({ ...emptyFields, ...rest });
    });
  }, []);

  function refuse(found: Faults, error: ClientError | null): void {
    setFaults(found);
    setRefusal(error);
    setRefusedTries((tries) => tries + 1);
  }

  return {
    fields,
    faults,
    refusal,
    refusedTries,
    set(name, value) {
      touched.current = true;
      const next = { ...fields, [name]: value };
      setFields(next);
      setFaults((before) => Object.fromEntries(Object.entries(before).filter(([field]) => field !== name)));
      void customerDraft.setValue({ ...next, sent: sent.current });
    },
    leave(name) {
      const fault = faultsOf(fields, words)[name];
      if (fields[name] !== '' && fault !== undefined) setFaults({ ...faults, [name]: fault });
    },
    async send() {
      const found = faultsOf(fields, words);
      if (Object.keys(found).length > 0) return refuse(found, null);
      setFaults({});
      setRefusal(null);
      const body = bodyOf(fields);
      sent.current = keyFor(body, sent.current, () => crypto.randomUUID());
      await customerDraft.setValue({ ...fields, sent: sent.current });
      const reply = await api.call('createInvitation', { body }, { idempotencyKey: sent.current.key });
      if (!reply.ok) {
        const belongs = faultsOfRefusal(reply.error, words);
        return refuse(belongs, Object.keys(belongs).length === 0 ? reply.error : null);
      }
      await customerDraft.removeValue();
      void pending.list.refresh();
      goTo(places.method(reply.value.id));
    },
  };
}
