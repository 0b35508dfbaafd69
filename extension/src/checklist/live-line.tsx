import type { ComponentChildren } from 'preact';
import { Moment } from '../look/time.tsx';
import { useSpeech } from '../look/words.ts';
import type { Pending } from './pending.ts';

/** Whether what is shown is live, remembered, or waiting for the server. */
export function LiveLine({ pending }: { readonly pending: Pending }) {
  const { words } = useSpeech();
  const { error, saved, at } = pending.list.known.value;
  const change = pending.lastChange.value;
  if (at !== null && (error !== null || saved))
    return (
      <Sentence text={words.popup.saved} part="time">
        <Moment at={new Date(at).toISOString()} seconds />
      </Sentence>
    );
  if (pending.stream.value !== 'live') return <>{words.popup.connecting}</>;
  if (change === null) return <>{words.popup.liveQuiet}</>;
  return (
    <Sentence text={words.popup.live} part="time">
      <Moment at={change} seconds />
    </Sentence>
  );
}

/** A sentence with an element in the place of `{part}`. */
export function Sentence({ text, part, children }: { text: string; part: string; children: ComponentChildren }) {
  const [before, after] = text.split(`{${part}}`);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
