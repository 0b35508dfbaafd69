import { fill } from '@latchkey/shared/words/fill';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { momentText } from '../look/moments.ts';
import { Banner } from '../look/states.tsx';
import { useSpeech } from '../look/words.ts';
import type { Pending } from './pending.ts';

/** Nobody answers: since when, and how old is what is shown. */
export function OfflineBanner({ pending }: { readonly pending: Pending }) {
  const speech = useSpeech();
  const clock = useClock();
  const { popup } = speech.words;
  const { error, at } = pending.list.known.value;
  if (error?.code !== 'offline') return null;
  const title =
    at === null
      ? popup.offlineNever
      : fill(popup.offlineTitle, { time: momentText(new Date(at).toISOString(), clock.now(), speech) });
  return (
    <div class="lkx-popup-banner">
      <Banner
        tone={{ tone: 'unreachable', icon: 'unreachable' }}
        role="status"
        title={title}
        end={
          <Button kind="quiet" onPress={() => pending.list.refresh()}>
            {popup.tryNow}
          </Button>
        }
      >
        <p>{at === null ? popup.offlineNothing : popup.offlineSaved}</p>
      </Banner>
    </div>
  );
}
