import type { PasswordStanding, PasswordView } from '@latchkey/shared/api/passwords';
import { fill } from '@latchkey/shared/words/fill';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Fact } from '../connections/connection-card.tsx';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { Dialog } from '../look/dialog.tsx';
import { FocusKept } from '../look/focus-kept.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { momentText } from '../look/moments.ts';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import type { Resource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { PasswordOutcomeBanner } from './password-outcome.tsx';
import { ReplacePassword } from './replace-password.tsx';

interface CardProps {
  readonly customer: { readonly id: string; readonly fullName: string };
  readonly standing: Resource<PasswordStanding>;
  /** Before a consent nothing is tried. */
  readonly mayTest: boolean;
  /** The way on where a password is not enough. */
  readonly onUseLink: (() => Promise<void>) | undefined;
  /** What that way asks, if it asks something. */
  readonly children?: ComponentChildren;
}

/** What is known of the password: whose, that it is kept, when it was proved. The password is nowhere in it. */
export function PasswordCard({ customer, standing, mayTest, onUseLink, children }: CardProps) {
  const { passwords } = useFullSpeech().words;
  const { api } = useSurroundings();
  const mayWrite = useMayWrite();
  const [replacing, setReplacing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [error, setError] = useState<ClientError | null>(null);
  const known = standing.known.value.value;
  if (known === undefined) return null;
  const { password } = known;
  const params = { customerId: customer.id };

  async function call(name: 'testPassword' | 'deletePassword'): Promise<void> {
    setError(null);
    setDeleting(false);
    const reply = await api.call(name, { params });
    if (!reply.ok) setError(reply.error);
    await standing.refresh();
  }

  return (
    <section class="lk-card" aria-labelledby="password">
      <div class="lk-card__head">
        <h2 id="password">{passwords.card.title}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        {password === null ? <p class="lk-soft">{passwords.card.none}</p> : <Facts password={password} />}
        {password?.lastTry != null && <PasswordOutcomeBanner tried={password.lastTry} onUseLink={onUseLink} />}
        {error !== null && <ErrorBanner error={error} />}
        <FocusKept label={passwords.card.title}>
          {replacing ? (
            <ReplacePassword
              customerId={customer.id}
              onDone={async () => {
                setReplacing(false);
                await standing.refresh();
              }}
            />
          ) : (
            mayWrite && (
              <div class="lk-actions">
                {password !== null && mayTest && (
                  <Button onPress={() => call('testPassword')}>{passwords.card.test}</Button>
                )}
                <Button onPress={() => setReplacing(true)}>
                  {password === null ? passwords.card.type : passwords.card.replace}
                </Button>
                {password !== null && (
                  <Button kind="danger" onPress={() => setDeleting(true)}>
                    {passwords.card.delete}
                  </Button>
                )}
              </div>
            )
          )}
        </FocusKept>
        {deleting && (
          <Dialog
            title={fill(passwords.card.deleteTitle, { customer: customer.fullName })}
            onClose={() => setDeleting(false)}
          >
            <p>{passwords.card.deleteText}</p>
            <div class="lk-actions">
              <Button kind="danger" onPress={() => call('deletePassword')}>
                {passwords.card.deleteYes}
              </Button>
              <Button onPress={() => setDeleting(false)}>{passwords.card.deleteNo}</Button>
            </div>
          </Dialog>
        )}
        {children}
      </div>
    </section>
  );
}

function Facts({ password }: { readonly password: PasswordView }) {
  const speech = useFullSpeech();
  const { now } = useClock();
  const { card } = speech.words.passwords;
  const { username, provedAt, storedAt, storedBy, triesLeft, nextTryAt, hasSpacesAtEnds } = password;
  const time = (at: string) => momentText(at, now(), speech);
  return (
    <dl class="lkc-facts">
      <Fact name={card.account}>
        {username === null ? <span class="lk-muted">{card.hidden}</span> : <bdi>{username}</bdi>}
      </Fact>
      <Fact name={card.password}>
        <span aria-hidden="true">{card.mask}</span>{' '}
        <span class="lk-soft">
          {provedAt === null ? card.neverProved : fill(card.proved, { time: time(provedAt) })}
        </span>
        {hasSpacesAtEnds && <div class="lk-hint">{speech.words.passwords.spaces}</div>}
      </Fact>
      <Fact name={card.stored}>{fill(card.storedBy, { time: time(storedAt), name: storedBy })}</Fact>
      <Fact name={card.tries}>
        {fill(card.triesLeft, { count: String(triesLeft) })}{' '}
        {nextTryAt !== null && fill(card.nextTry, { time: time(nextTryAt) })}
      </Fact>
    </dl>
  );
}
