import { Empty } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import { places } from './route.ts';

/** An address that leads nowhere, and the way back. */
export function NowherePage() {
  const { words } = useFullSpeech();
  return (
    <Empty title={words.console.notFound} level={1}>
      <p>{words.console.notFoundText}</p>
      <a class="lk-btn" href={places.services}>
        {words.console.toServices}
      </a>
    </Empty>
  );
}
