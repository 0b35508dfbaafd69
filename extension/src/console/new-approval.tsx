import { VerdictChip } from '../connections/verdict-line.tsx';
import { Banner } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useFollowed } from './use-followed.ts';

/** A new approval that is not proved yet, beside the connection that works on: what it is waiting for, and what to do. */
export function NewApproval({ connectionId }: { readonly connectionId: string }) {
  const { words } = useFullSpeech();
  const { api } = useSurroundings();
  const resource = useFollowed(connectionId, () => api.call('readCandidate', { params: { connectionId } }));
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
