import type { AlertTarget } from '@latchkey/shared/api/alerts';
import { shownTarget } from '@latchkey/shared/alerts/target-address';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { ErrorBanner } from '../look/error-words.tsx';
import { momentText } from '../look/moments.ts';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError, Reply } from '../server-api/client-error.ts';
import { createResource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { AlertTargetForm } from './alert-target-form.tsx';
import { Loaded } from '../look/loaded.tsx';
import { useIsAdmin } from './use-is-admin.ts';

/** Where alerts are sent. A Monitor does not see the addresses. */
export const AlertTargets = () => (useMayWrite() ? <Targets /> : null);

function Targets() {
  const { words } = useFullSpeech();
  const of = words.console.alerts;
  const { api, clock } = useSurroundings();
  const isAdmin = useIsAdmin();
  const [error, setError] = useState<ClientError | null>(null);
  const targets = useMemo(() => createResource(() => api.call('listAlertTargets', {}), clock.now), []);
  useEffect(() => void targets.refresh(), []);
  const change = async (send: () => Promise<Reply<unknown>>): Promise<boolean> => {
    const reply = await send();
    setError(reply.ok ? null : reply.error);
    await targets.refresh();
    return reply.ok;
  };
  return (
    <section class="lk-card" aria-labelledby="alerts">
      <div class="lk-card__head">
        <h2 id="alerts">{of.title}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        <p>{of.text}</p>
        <Loaded of={targets}>
          {({ targets: all }) => (
            <>
              {all.length === 0 && <p class="lk-soft">{of.none}</p>}
              {all.map((target) => (
                <Target key={target.id} target={target} change={change} isAdmin={isAdmin} />
              ))}
            </>
          )}
        </Loaded>
        {error !== null && <ErrorBanner error={error} />}
        {isAdmin ? (
          <AlertTargetForm onSend={(body) => change(() => api.call('saveAlertTarget', { body }))} />
        ) : (
          <span class="lk-hint">{of.adminOnly}</span>
        )}
      </div>
    </section>
  );
}

interface TargetProps {
  readonly target: AlertTarget;
  readonly change: (send: () => Promise<Reply<unknown>>) => Promise<boolean>;
  readonly isAdmin: boolean;
}

function Target({ target, change, isAdmin }: TargetProps) {
  const speech = useFullSpeech();
  const of = speech.words.console.alerts;
  const { api } = useSurroundings();
  const now = useClock().coarse.value;
  const [told, tell] = useState<string | null>(null);
  const { id, url, on, quiet, version, waiting, failed, deliveredAt, lastFailure } = target;
  const turn = on ? of.turnOff : of.turnOn;
  const why = ({ fault, code }: NonNullable<typeof lastFailure>) => fill(of.faults[fault], { code: code ?? '' });
  const failureText = (failure: NonNullable<typeof lastFailure>) =>
    failure.at === null
      ? why(failure)
      : fill(of.lastFailure, { why: why(failure), time: momentText(failure.at, now, speech) });
  const named = (action: string) => fill(speech.words.popup.rowAction, { action, customer: id });
  return (
    <div class="lkc-target">
      <p>
        <b>{id}</b> <span class="lkc-tag">{on ? of.on : of.off}</span>
        <bdi class="sub lk-mono" dir="ltr">
          {shownTarget(url)}
        </bdi>
        <span class="sub">
          {deliveredAt === null
            ? of.neverDelivered
            : fill(of.delivered, { time: momentText(deliveredAt, now, speech) })}
          {waiting > 0 && `, ${plural(of.waiting, waiting, speech.tag)}`}
          {failed > 0 && `, ${plural(of.failed, failed, speech.tag)}`}
          {lastFailure !== null && `, ${failureText(lastFailure)}`}
          {quiet !== null && `, ${fill(of.quiet, { ...quiet })}`}
        </span>
        <span class="sub" role="status">
          {told}
        </span>
      </p>
      {isAdmin && (
        <span class="lk-actions">
          <Button
            label={named(turn)}
            onPress={async () =>
              void (await change(() =>
                api.call('saveAlertTarget', { body: { id, follows: version, url, on: !on, quiet } }),
              ))
            }
          >
            {turn}
          </Button>
          <Button
            kind="quiet"
            label={named(of.test)}
            onPress={async () =>
              void (await change(async () => {
                const reply = await api.call('testAlertTarget', { params: { targetId: id } });
                const failure = reply.ok ? reply.value.failure : null;
                const said = failure === null ? of.tested : fill(of.testFailed, { why: why(failure) });
                tell(reply.ok ? said : null);
                return reply;
              }))
            }
          >
            {of.test}
          </Button>
          <Button
            kind="quiet"
            label={named(of.replay)}
            onPress={async () =>
              void (await change(async () => {
                const reply = await api.call('replayAlerts', { params: { targetId: id }, body: { after: 0 } });
                tell(reply.ok ? plural(of.replayed, reply.value.queued, speech.tag) : null);
                return reply;
              }))
            }
          >
            {of.replay}
          </Button>
          <Button
            kind="quiet"
            label={named(of.remove)}
            onPress={async () => void (await change(() => api.call('removeAlertTarget', { params: { targetId: id } })))}
          >
            {of.remove}
          </Button>
        </span>
      )}
    </div>
  );
}
