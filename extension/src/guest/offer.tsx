import type { RawHandover } from '../session/read-handover.ts';
import { GuestCard } from './guest-card.tsx';
import { readHandover } from './handover.ts';

/** The card for what a page hands over; null when that is not whole. */
export function offerOf(raw: RawHandover): { readonly Card: () => preact.JSX.Element } | null {
  const handover = readHandover(raw);
  return handover && { Card: () => <GuestCard handover={handover} /> };
}
