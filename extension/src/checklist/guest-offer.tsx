import { useEffect, useState } from 'preact/hooks';
import type { ComponentType } from 'preact';
import { useSurroundings } from '../session/surroundings.ts';

/** Shows what the open tab offers, if it is the page of an invitation. All of it is loaded then, and only then. */
export function GuestOffer() {
  const { platform } = useSurroundings();
  const [Offer, setOffer] = useState<{ readonly Card: ComponentType } | null>(null);
  useEffect(() => {
    void platform.readHandover().then(async (raw) => {
      if (raw === null) return;
      const { offerOf } = await import('../guest/offer.tsx');
      setOffer(offerOf(raw));
    });
  }, [platform]);
  return Offer === null ? null : <Offer.Card />;
}
