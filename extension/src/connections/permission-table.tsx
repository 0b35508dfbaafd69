import type { ConnectionView, ValidationView } from '@latchkey/shared/api/connections';
import type { PermissionLineView } from '@latchkey/shared/api/schemas';
import { riskOf } from '@latchkey/shared/permissions/risk';
import { fill } from '@latchkey/shared/words/fill';
import type { ComponentChildren } from 'preact';
import { Chip } from '../look/chip.tsx';
import { useClock } from '../look/clock.ts';
import { momentText } from '../look/moments.ts';
import type { Tone } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';
import { PermissionWords } from './permission-words.tsx';

type Finding = PermissionLineView['finding'] | 'optional_missing';

const findingTones = {
  granted: { tone: 'working', icon: 'working' },
  one_person: { tone: 'action', icon: 'action' },
  missing: { tone: 'action', icon: 'action' },
  optional_missing: { tone: 'degraded', icon: 'degraded' },
  disabled: { tone: 'action', icon: 'action' },
  skipped: { tone: 'unknown', icon: 'nobody' },
  surplus: { tone: 'degraded', icon: 'plus' },
} as const satisfies Record<Finding, Tone>;

/** What stands still comes first, what is granted last. */
const order: readonly Finding[] = [
  'missing',
  'one_person',
  'disabled',
  'optional_missing',
  'surplus',
  'skipped',
  'granted',
];

const findingOf = ({ finding, required }: PermissionLineView): Finding =>
  finding === 'missing' && !required ? 'optional_missing' : finding;

interface PermissionTableProps {
  readonly connection: ConnectionView;
  readonly validation: ValidationView | null;
  readonly children?: ComponentChildren;
}

const profileName = (id: string, names: Readonly<Record<string, string>>): string =>
  (Object.hasOwn(names, id) ? names[id] : undefined) ?? id;

/** Required against granted, as the server read it, and when. */
export function PermissionTable({ connection, validation, children }: PermissionTableProps) {
  const speech = useFullSpeech();
  const permissions = speech.words.permissionTable;
  const now = useClock().coarse.value;
  const lines = validation?.permissions ?? null;
  const { profile } = connection;
  return (
    <section class="lk-card" aria-labelledby="permissions">
      <div class="lk-card__head">
        <h2 id="permissions">{permissions.title}</h2>
        <span class="lk-actions">{children}</span>
        {validation !== null && (
          <p class="lk-muted lkx-small lkx-whole">
            {fill(permissions.required, {
              profile: profileName(profile.id, permissions.profiles),
              version: profile.version,
              time: momentText(validation.verdict.at, now, speech, true),
            })}
          </p>
        )}
      </div>
      {lines === null ? (
        <p class="lk-card__body lk-soft">{validation === null ? permissions.none : permissions.unread}</p>
      ) : (
        <div class="lk-scroll">
          <table class="lk-table">
            <caption class="lk-hidden">{permissions.title}</caption>
            <thead>
              <tr>
                <th scope="col">{permissions.what}</th>
                <th scope="col">{permissions.kind}</th>
                <th scope="col">{permissions.isRequired}</th>
                <th scope="col">{permissions.granted}</th>
                <th scope="col">{permissions.finding}</th>
              </tr>
            </thead>
            <tbody>
              {lines
                .toSorted((one, other) => order.indexOf(findingOf(one)) - order.indexOf(findingOf(other)))
                .map((line) => (
                  <LineRow key={`${line.resourceAppId} ${line.kind} ${line.value}`} line={line} />
                ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function LineRow({ line }: { readonly line: PermissionLineView }) {
  const { words } = useFullSpeech();
  const permissions = words.permissionTable;
  const finding = findingOf(line);
  return (
    <tr>
      <td>
        <PermissionWords value={line.value} />
      </td>
      <td class="lk-soft">{permissions.kinds[line.kind]}</td>
      <td class="lk-soft" data-label={`${permissions.isRequired}:`}>
        {line.required ? permissions.yes : permissions.no}
      </td>
      <td class="lk-soft" data-label={`${permissions.granted}:`}>
        {permissions.reach[line.finding]}
        {finding === 'surplus' && <small class="sub">{permissions.risks[riskOf(line.value)]}</small>}
      </td>
      <td>
        <Chip tone={findingTones[finding]} word={permissions.findings[finding]} plain />
      </td>
    </tr>
  );
}
