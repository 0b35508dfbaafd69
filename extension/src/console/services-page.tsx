import type { ServiceView } from '@latchkey/shared/api/services';
import { fill } from '@latchkey/shared/words/fill';
import { LiveLine } from '../checklist/live-line.tsx';
import { Proof, VerdictChip } from '../connections/verdict-line.tsx';
import { Validating } from '../connections/validating.tsx';
import { readVerdict } from '../connections/verdict-view.ts';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { OwnerLine } from '../look/owner-line.tsx';
import { Empty } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import { AddServiceMenu } from './add-service-menu.tsx';
import { useDesk } from './desk.ts';
import { Loaded } from '../look/loaded.tsx';
import { PageTitle } from './page-title.tsx';
import { places } from './route.ts';
import { useValidate } from './use-validate.ts';

/** Services: what every customer has, and whether its connection works. */
export function ServicesPage() {
  const { words } = useFullSpeech();
  const { services } = useDesk();
  return (
    <>
      <PageTitle title={words.console.services}>
        <AddServiceMenu />
      </PageTitle>
      <Loaded of={services.list}>
        {({ items, next, total }) =>
          items.length === 0 ? (
            <div class="lk-card">
              <Empty title={words.console.servicesPage.empty} level={2}>
                <p>{words.console.servicesPage.emptyText}</p>
              </Empty>
            </div>
          ) : (
            <>
              <ServiceTable items={items} />
              <Below shown={items.length} total={total} more={next === null ? null : services.readMore} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

/** How many of how many, the way to more, and whether the list is live. */
export function Below({ shown, total, more }: { shown: number; total: number; more: (() => Promise<void>) | null }) {
  const { words, tag } = useFullSpeech();
  const { pending } = useDesk();
  const number = new Intl.NumberFormat(tag);
  return (
    <div class="lkc-below">
      <span>{fill(words.console.shown, { shown: number.format(shown), total: number.format(total) })}</span>
      {more !== null && <Button onPress={more}>{words.console.more}</Button>}
      <span>
        <LiveLine pending={pending} />
      </span>
    </div>
  );
}

function ServiceTable({ items }: { readonly items: readonly ServiceView[] }) {
  const { words } = useFullSpeech();
  const { columns } = words.console.servicesPage;
  return (
    <div class="lk-card lk-scroll">
      <table class="lk-table">
        <caption class="lk-hidden">{words.console.services}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.customer}</th>
            <th scope="col">{columns.service}</th>
            <th scope="col">{columns.method}</th>
            <th scope="col">{columns.verdict}</th>
            <th scope="col">{columns.proved}</th>
            <th scope="col">{columns.owner}</th>
            <th scope="col">
              <span class="lk-hidden">{columns.action}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((service) => (
            <ServiceRow key={service.id} service={service} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ServiceRow({ service }: { readonly service: ServiceView }) {
  const { words } = useFullSpeech();
  const { validator } = useDesk();
  const validate = useValidate();
  const { columns } = words.console.servicesPage;
  const now = useClock().coarse.value;
  const { connection } = service;
  const verdict = connection?.verdict ?? null;
  const since = connection === null ? undefined : validator.running.value.get(connection.id);
  return (
    <tr>
      <td>
        <a class="lkc-name" href={places.service(service.id)}>
          <bdi>{service.fullName}</bdi>
        </a>{' '}
        <bdi class="lk-muted lk-mono">{service.shortName}</bdi>
      </td>
      <td class="lk-nowrap">{words.console.serviceKinds[service.kind]}</td>
      <td class="lk-soft" data-label={`${columns.method}:`}>
        {connection === null ? words.console.methodNone : words.methods[connection.method].short}
      </td>
      <td>
        <VerdictChip verdict={verdict} />
      </td>
      <td>
        <Proof verdict={verdict} />
      </td>
      <td>
        <OwnerLine owner={readVerdict(verdict, now).owner} />
      </td>
      <td class="lkc-end">
        {connection !== null &&
          (since === undefined ? (
            <Button onPress={async () => void (await validate(connection.id, service.fullName))}>
              {words.actions.validate}
            </Button>
          ) : (
            <Validating since={since} />
          ))}
      </td>
    </tr>
  );
}
