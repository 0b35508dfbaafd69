import type { ConnectionView } from '@latchkey/shared/api/connections';
import type { ComponentChildren } from 'preact';
import { CopyField } from '../look/copy-field.tsx';
import { Age, Moment } from '../look/time.tsx';
import { useFullSpeech } from '../look/words.ts';

interface ConnectionCardProps {
  readonly connection: ConnectionView;
  readonly copy: (text: string) => Promise<boolean>;
}

/** The token connection: how it was secured, whose account, what is sealed, and the registration it left. No secret. */
export function ConnectionCard({ connection, copy }: ConnectionCardProps) {
  const { words } = useFullSpeech();
  const { servicePage } = words.console;
  const { account, refreshToken, consentChangedAt, registration } = connection;
  const [before, after] = servicePage.sealed.split('{time}');
  return (
    <section class="lk-card" aria-labelledby="connection">
      <div class="lk-card__head">
        <h2 id="connection">{servicePage.connectionTitle}</h2>
      </div>
      <div class="lk-card__body">
        <dl class="lkc-facts">
          <Fact name={servicePage.method}>{words.methods[connection.method].title}</Fact>
          <Fact name={servicePage.account}>
            {account === null ? (
              <span class="lk-muted">
                {refreshToken === null ? servicePage.accountNone : servicePage.accountHidden}
              </span>
            ) : (
              <bdi>{account.username}</bdi>
            )}
          </Fact>
          {refreshToken !== null && (
            <Fact name={servicePage.refreshToken}>
              {before}
              <Age at={refreshToken.sealedAt} />
              {after}
            </Fact>
          )}
          <Fact name={servicePage.consentChanged}>
            {consentChangedAt === null ? servicePage.consentNever : <Moment at={consentChangedAt} seconds />}
          </Fact>
          <Fact name={servicePage.tenant}>
            <CopyField label={servicePage.tenant} value={connection.tenantId} copy={copy} />
          </Fact>
          {registration === null ? (
            <Fact name={servicePage.registration}>{servicePage.registrationNone}</Fact>
          ) : (
            <>
              <Fact name={servicePage.appId}>
                <CopyField label={servicePage.appId} value={registration.appId} copy={copy} />
              </Fact>
              <Fact name={servicePage.objectId}>
                <CopyField label={servicePage.objectId} value={registration.objectId} copy={copy} />
              </Fact>
            </>
          )}
        </dl>
      </div>
    </section>
  );
}

/** One fact and its name. */
export function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
