import type { ConsentDiffView } from '@latchkey/shared/api/permissions';
import { actsAs } from '@latchkey/shared/permissions/acts-as';
import { fill } from '@latchkey/shared/words/fill';
import { useEffect, useMemo } from 'preact/hooks';
import { PermissionWords } from './permission-words.tsx';
import { useClock } from '../look/clock.ts';
import { Icon } from '../look/icon.tsx';
import { momentText } from '../look/moments.ts';
import type { IconName } from '../look/shapes.ts';
import { useFullSpeech } from '../look/words.ts';
import type { Reply } from '../server-api/client-error.ts';
import { createResource, type Resource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { Loaded } from '../look/loaded.tsx';

/** Read once of each thing that it is `of`. */
function useDiff(
  read: () => Promise<Reply<ConsentDiffView>>,
  of: readonly (string | null | undefined)[],
  isMeant = true,
) {
  const { clock } = useSurroundings();
  const diff = useMemo(() => createResource(read, clock.now), of);
  useEffect(() => void (isMeant && diff.refresh()), [diff]);
  return diff;
}

/** What the consent of an invitation would change; nothing is read while it is null. */
export function useConsentDiff(invitationId: string | null, profileId?: string): Resource<ConsentDiffView> {
  const { api } = useSurroundings();
  const query = profileId === undefined ? {} : { profileId };
  return useDiff(
    () => api.call('readConsentDiff', { params: { invitationId: invitationId ?? '' }, query }),
    [invitationId, profileId],
    invitationId !== null,
  );
}

/** What the consent of an invitation would add, keep and take away in the customer's tenant, and who may give it. */
export function ConsentDiff({
  invitationId,
  profileId,
}: {
  readonly invitationId: string;
  readonly profileId: string | undefined;
}) {
  return <ShownDiff of={useConsentDiff(invitationId, profileId)} />;
}

/** The same, of a connection that is there. */
export function ProfileChange({
  connectionId,
  profileId,
}: {
  readonly connectionId: string;
  readonly profileId: string;
}) {
  const { api } = useSurroundings();
  const read = () => api.call('readProfileChange', { params: { connectionId }, query: { profileId } });
  return <ShownDiff of={useDiff(read, [connectionId, profileId])} />;
}

/** The same, of one that is read already. */
export const ShownDiff = ({ of }: { readonly of: Resource<ConsentDiffView> }) => (
  <Loaded of={of}>{(value) => <Changes diff={value} />}</Loaded>
);

const places = [
  ['adds', 'plus'],
  ['keeps', 'check'],
  ['wouldRevoke', 'degraded'],
  ['optional', 'nobody'],
  ['unavailable', 'unknown'],
] as const satisfies readonly (readonly [keyof ConsentDiffView, IconName])[];

function Changes({ diff }: { readonly diff: ConsentDiffView }) {
  const speech = useFullSpeech();
  const now = useClock().coarse.value;
  const { consentDiff, directoryRoles } = { ...speech.words.console, ...speech.words };
  const roles: Readonly<Record<string, string>> = directoryRoles;
  const { readAt, leastRole } = diff;
  const asked = [...diff.adds, ...diff.keeps, ...diff.optional, ...diff.unavailable];
  const isApplication = actsAs({ permissions: asked }) === 'application';
  return (
    <>
      <p class="lkx-small lk-soft">
        {readAt === null ? consentDiff.neverRead : fill(consentDiff.readAt, { time: momentText(readAt, now, speech) })}
      </p>
      {places.map(([place, icon]) =>
        diff[place].length === 0 ? null : (
          <div key={place}>
            <h3>{consentDiff[place]}</h3>
            <ul class="lk-checks lkc-wide">
              {diff[place].map(({ resourceAppId, kind, value }) => (
                <li key={`${resourceAppId} ${kind} ${value}`} class="lk-check">
                  <Icon name={icon} />
                  <div>
                    <PermissionWords value={value} />
                  </div>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
      <p class="lkx-small lk-soft">
        {fill(isApplication ? consentDiff.leastRoleNoBox : consentDiff.leastRole, {
          box: roles[leastRole.box] ?? leastRole.box,
          noBox: roles[leastRole.noBox] ?? leastRole.noBox,
        })}
      </p>
    </>
  );
}
