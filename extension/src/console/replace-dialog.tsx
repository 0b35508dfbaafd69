import { plural } from '@latchkey/shared/words/fill';
import { Button } from '../look/button.tsx';
import { Dialog } from '../look/dialog.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';

interface Props {
  /** How many pending invitations would be replaced. */
  readonly count: number;
  /** How many customers have none pending, and can be invited without replacing anything. */
  readonly others?: number;
  readonly error: ClientError | null;
  readonly onClose: () => void;
  readonly onInvite: (replace: boolean) => Promise<void>;
}

/** Asks before new invitations take the place of what is pending: the older links cannot be brought back. */
export function ReplaceDialog({ count, others = 0, error, onClose, onInvite }: Props) {
  const { words, tag } = useFullSpeech();
  const of = words.console.replacing;
  return (
    <Dialog title={plural(of.title, count, tag)} onClose={onClose}>
      <p>{plural(of.text, count, tag)}</p>
      <p>{plural(of.link, count, tag)}</p>
      {error !== null && <ErrorBanner error={error} />}
      <div class="lk-actions">
        <Button onPress={onClose}>{of.no}</Button>
        {others > 0 && <Button onPress={() => onInvite(false)}>{plural(of.others, others, tag)}</Button>}
        <Button kind="danger" onPress={() => onInvite(true)}>
          {plural(of.yes, count, tag)}
        </Button>
      </div>
    </Dialog>
  );
}
