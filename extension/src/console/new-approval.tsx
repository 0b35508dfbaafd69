import type { CandidateView } from '@latchkey/shared/api/candidates';
import { useEffect, useMemo } from 'preact/hooks';
import { VerdictChip } from '../connections/verdict-line.tsx';
import { Banner } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';

/** A new approval that is not proved yet, beside the connection that works on: what it is waiting for, and what to do. */
export function NewApproval({ connectionId }: { readonly connectionId: string }) {
  const { words } = useFullSpeech();
  const { api } = useSurroundings();
  const { follow } = useDesk();
  const { resource, end } = useMemo(() => {
    const ending = new AbortController();
    const load = () => api.call('readCandidate', { params: { connectionId } });
    return { end: ending, resource: follow<CandidateView | null>(load, connectionId, ending.signal) };
  }, [connectionId]);
  useEffect(() => {
    void resource.refresh();
    return () => end.abort();
  }, [resource]);
  const candidate = resource.known.value.value ?? null;
  if (candidate === null) return null;
  const { text, nextStep } = words.causes[candidate.verdict.cause];
  const { servicePage } = words.console;
  return (
    <Banner tone={{ tone: 'degraded', icon: 'degraded' }} title={servicePage.candidate} role="status">
      <p>
        <VerdictChip verdict={candidate.verdict} /> {text} {candidate.verdict.owner !== 'nobody' && nextStep}
      </p>
      <p>{servicePage.candidateText}</p>
    </Banner>
  );
}
