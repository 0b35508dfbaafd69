import { fill } from '@latchkey/shared/words/fill';
import { Button } from '../look/button.tsx';
import { Empty } from '../look/states.tsx';
import { useSpeech } from '../look/words.ts';
import { useSurroundings } from './surroundings.ts';

interface SignedOutProps {
  readonly from: 'popup' | 'console';
  readonly level: 1 | 2;
}

/** Nobody is signed in: what that means, and the way in. */
export function SignedOut({ from, level }: SignedOutProps) {
  const { words } = useSpeech();
  const { session, configuration, platform } = useSurroundings();
  const now = session.current.value;
  const provider = configuration.known.value.value?.providerName;
  const ended = now.state === 'signed-out' && now.because === 'ended';
  return (
    <Empty title={ended ? words.popup.endedTitle : words.popup.signedOutTitle} level={level}>
      <p>{provider === undefined ? words.popup.signedOutTextNoName : fill(words.popup.signedOutText, { provider })}</p>
      <Button kind="primary" big onPress={() => platform.openSignIn(from)}>
        {words.actions.signIn}
      </Button>
    </Empty>
  );
}
