import type { DomainSignIn } from '@latchkey/shared/api/domain-sign-in';
import { useEffect, useState } from 'preact/hooks';
import { useSurroundings } from '../session/surroundings.ts';

/** Who checks the passwords of a domain; unknown until Microsoft has said it, and wherever it does not. */
export function useDomainSignIn(domain: string | null): DomainSignIn {
  const { api } = useSurroundings();
  const [signIn, setSignIn] = useState<DomainSignIn>('unknown');
  useEffect(() => {
    setSignIn('unknown');
    if (domain === null) return undefined;
    let isMeant = true;
    const ask = async () => {
      const reply = await api.call('readDomainSignIn', { query: { domain } });
      if (isMeant && reply.ok) setSignIn(reply.value.signIn);
    };
    void ask();
    return () => {
      isMeant = false;
    };
  }, [domain]);
  return signIn;
}
