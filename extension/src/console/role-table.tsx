import type { RoleView } from '@latchkey/shared/api/operators';
import { Icon } from '../look/icon.tsx';
import { useFullSpeech } from '../look/words.ts';

/** What each role may call, as the server's own checks have it. The summaries are the API's, in English. */
export function RoleTable({ roles }: { readonly roles: readonly RoleView[] }) {
  const { operatorsPage: of, roles: roleWords } = useFullSpeech().words.console;
  const calls = new Map(roles.flatMap(({ may }) => may.map((call) => [nameOf(call), call] as const)));
  const allowed = roles.map(({ role, may }) => ({ role, names: new Set(may.map(nameOf)) }));
  return (
    <section class="lk-card" aria-labelledby="roles">
      <div class="lk-card__head">
        <h2 id="roles">{of.roles}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        <p>{of.rolesText}</p>
        <details>
          <summary>{of.showRoles}</summary>
          <table class="lk-table lkc-roles">
            <caption class="lk-hidden">{of.roles}</caption>
            <thead>
              <tr>
                <th scope="col">{of.call}</th>
                {roles.map(({ role }) => (
                  <th key={role} scope="col">
                    {roleWords[role]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...calls].map(([name, { summary }]) => (
                <tr key={name}>
                  <th scope="row" lang="en" dir="ltr">
                    {summary}
                    <span class="sub lk-mono">{name}</span>
                  </th>
                  {allowed.map(({ role, names }) => (
                    <td key={role}>
                      {names.has(name) ? <Icon name="check" /> : '–'}
                      <span class="lk-hidden">{names.has(name) ? of.may : of.mayNot}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </section>
  );
}

const nameOf = ({ method, path }: RoleView['may'][number]): string => `${method} ${path}`;
