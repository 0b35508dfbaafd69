import type { AuditLineView } from '@latchkey/shared/api/audit';
import { fill } from '@latchkey/shared/words/fill';
import { Fact } from '../connections/connection-card.tsx';
import { Button } from '../look/button.tsx';
import { Dialog } from '../look/dialog.tsx';
import { useFullSpeech } from '../look/words.ts';
import { auditPlace, noAuditChoice } from './audit-choice.ts';

interface DetailsProps {
  readonly line: AuditLineView;
  readonly onClose: () => void;
}

/** One line, with everything that was kept with it, as it was kept. */
export function AuditDetails({ line, onClose }: DetailsProps) {
  const { auditPage: of } = useFullSpeech().words.console;
  const { sequence, at, action, actor, customer, invitationId, connectionId, serviceId, requestId, details } = line;
  const isBare = details === '{}';
  const facts = [
    [of.fields.at, at],
    [of.fields.action, action],
    [of.fields.actorId, actor.id],
    [of.fields.requestId, requestId],
  ] as const;
  const about = [
    [of.fields.customer, customer?.id ?? null],
    [of.fields.invitation, invitationId],
    [of.fields.connection, connectionId],
    [of.fields.service, serviceId],
  ] as const;
  return (
    <Dialog title={fill(of.detailsTitle, { sequence: String(sequence), action: of.actions[action] })} onClose={onClose}>
      <dl class="lkc-facts">
        {facts.map(([name, value]) => value !== null && <Id key={name} name={name} value={value} />)}
        {about.map(([name, id]) => id !== null && <Id key={name} name={name} value={id} onOnly={onClose} />)}
      </dl>
      <h3>{of.fields.kept}</h3>
      {isBare ? (
        <p class="lk-soft">{of.fields.nothingKept}</p>
      ) : (
        <pre class="lk-mono lkc-kept" dir="ltr">
          {JSON.stringify(JSON.parse(details), null, 2)}
        </pre>
      )}
      <div class="lk-actions">
        <Button onPress={onClose}>{of.close}</Button>
      </div>
    </Dialog>
  );
}

interface IdProps {
  readonly name: string;
  readonly value: string;
  /** The lines about it are one press away. */
  readonly onOnly?: () => void;
}

function Id({ name, value, onOnly }: IdProps) {
  const { auditPage: of } = useFullSpeech().words.console;
  const mono = (
    <span class="lk-mono" dir="ltr">
      {value}
    </span>
  );
  return (
    <Fact name={name}>
      {onOnly === undefined ? (
        mono
      ) : (
        <a
          href={auditPlace({ ...noAuditChoice, about: value })}
          aria-label={fill(of.onlyThese, { id: value })}
          onClick={onOnly}
        >
          {mono}
        </a>
      )}
    </Fact>
  );
}
