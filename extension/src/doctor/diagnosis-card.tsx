import type { FaultClass } from '@latchkey/shared/errors/microsoft-fault';
import type { ComponentChildren } from 'preact';
import { CopyField } from '../look/copy-field.tsx';
import { Icon } from '../look/icon.tsx';
import { OwnerLine } from '../look/owner-line.tsx';
import { Moment } from '../look/time.tsx';
import type { Tone } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import type { Reading } from './error-reader.ts';
import { WhoseTenant } from './whose-tenant.tsx';
import type { Whose } from './use-error-doctor.ts';

type Read = Extract<Reading, { state: 'read' }>;

const action = { tone: 'action', icon: 'action' } as const;
const noStatement = { tone: 'unreachable', icon: 'unreachable' } as const;
/** How a fault is drawn. There is no green: a text proves nothing. */
const tones: Partial<Record<FaultClass, Tone>> = {
  policy: { tone: 'blocked', icon: 'blocked' },
  outage: noStatement,
  throttled: noStatement,
  network: noStatement,
  unknown: { tone: 'unknown', icon: 'unknown' },
};

/** What a text says: the cause, who must act, the one next check, and the ids by which Microsoft finds it. */
export function DiagnosisCard({ reading, whose }: { readonly reading: Read; readonly whose: Whose }) {
  const { words } = useFullSpeech();
  const { fault, found } = reading;
  const { tone, icon } =
    fault === null ? ({ tone: 'unknown', icon: 'unknown' } as const) : (tones[fault.class] ?? action);
  return (
    <article class={`lk-card lk-verdict s-${tone}`} aria-labelledby="diagnosis">
      <div class="lk-verdict__top">
        <Icon name={icon} />
        <h2 id="diagnosis" tabIndex={-1}>
          {fault?.title ?? words.doctor.nothing.title}
        </h2>
        <p>{fault?.nextStep ?? words.doctor.nothing.text}</p>
      </div>
      <div class="lk-card__body lkc-stack">
        {fault !== null && <OwnerLine owner={fault.owner} acts />}
        <dl class="lkc-facts">
          {fault !== null && (
            <>
              <Fact name={words.doctor.kind}>{words.doctor.classes[fault.class]}</Fact>
              <Fact name={words.doctor.retry}>{words.doctor.retries[fault.retry]}</Fact>
            </>
          )}
          <Ids reading={reading} />
          {found.timestamp !== null && (
            <Fact name={words.doctor.at}>
              <Moment at={found.timestamp} seconds />
            </Fact>
          )}
          <Fact name={words.doctor.customer}>
            <WhoseTenant whose={whose} />
          </Fact>
        </dl>
      </div>
    </article>
  );
}

function Ids({ reading: { found, fault } }: { readonly reading: Read }) {
  const { words } = useFullSpeech();
  const { platform } = useSurroundings();
  const code = fault === null || fault.source === 'transport' ? null : codeOf(fault.source, fault.key);
  const others = found.aadsts.map((number) => `AADSTS${number}`).filter((one) => one !== code);
  const ids = [
    [words.doctor.code, code],
    [words.doctor.more, others.length === 0 ? null : others.join(', ')],
    [words.doctor.correlationId, found.correlationId],
    [words.doctor.requestId, found.requestId],
    [words.doctor.tenant, found.tenantId ?? found.tenantDomain],
    [words.doctor.app, found.appId],
  ] as const;
  return (
    <>
      {ids.map(
        ([label, value]) =>
          value !== null && (
            <Fact key={label} name={label}>
              <CopyField label={label} value={value} copy={platform.copy} />
            </Fact>
          ),
      )}
    </>
  );
}

const codeOf = (source: string, key: string): string =>
  source === 'aadsts' || source === 'unknown' ? `AADSTS${key}` : key;

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
