import type { CustomerStanding, StandingOrder } from '@latchkey/shared/api/customer-standings';
import { fill } from '@latchkey/shared/words/fill';
import { Proof, VerdictChip } from '../connections/verdict-line.tsx';
import { readVerdict } from '../connections/verdict-view.ts';
import { useClock } from '../look/clock.ts';
import { OwnerLine } from '../look/owner-line.tsx';
import { Moment } from '../look/time.tsx';
import { useFullSpeech } from '../look/words.ts';
import { SortColumn } from './sort-column.tsx';

interface TableProps {
  readonly items: readonly CustomerStanding[];
  readonly order: StandingOrder;
  readonly onOrder: (order: StandingOrder) => void;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly mayChoose: boolean;
}

/** Which column orders by what. */
const orders = {
  customer: 'name',
  tenant: null,
  verdict: 'verdict',
  proved: 'age',
  owner: 'owner',
  endsAt: 'expiry',
} as const satisfies Record<string, StandingOrder | null>;
const columns = ['customer', 'tenant', 'verdict', 'proved', 'owner', 'endsAt'] as const;

/** Customers, with how each connection stands; a press on a column's name orders by it. */
export function CustomerTable({ items, order, onOrder, chosen, onChoose, mayChoose }: TableProps) {
  const { words } = useFullSpeech();
  const { customersPage: of } = words.console;
  const connected = items.filter(({ connectionId }) => connectionId !== null).map(({ customerId }) => customerId);
  const all = connected.length > 0 && connected.every((id) => chosen.has(id));
  return (
    <div class="lk-card lk-scroll">
      <table class="lk-table">
        <caption class="lk-hidden">{words.console.customers}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <SortColumn
                key={column}
                word={of.columns[column]}
                by={orders[column]}
                isOn={orders[column] === order}
                onOrder={onOrder}
              >
                {column === 'customer' && mayChoose && (
                  <input
                    type="checkbox"
                    aria-label={of.chooseAll}
                    checked={all}
                    onChange={() => onChoose(new Set(all ? [] : connected))}
                  />
                )}
              </SortColumn>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((customer) => (
            <CustomerRow
              key={customer.customerId}
              customer={customer}
              choice={mayChoose ? { is: chosen.has(customer.customerId), put: onChoose, all: chosen } : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly customer: CustomerStanding;
  /** Null for whoever may not validate many. */
  readonly choice: {
    readonly is: boolean;
    readonly all: ReadonlySet<string>;
    readonly put: (chosen: ReadonlySet<string>) => void;
  } | null;
}

function CustomerRow({ customer, choice }: RowProps) {
  const { words } = useFullSpeech();
  const { customersPage: of } = words.console;
  const now = useClock().coarse.value;
  const { customerId, fullName, domain, tenantId, connectionId, verdict, endsAt } = customer;
  const toggle = ({ is, all, put }: NonNullable<RowProps['choice']>) =>
    put(new Set(is ? [...all].filter((id) => id !== customerId) : [...all, customerId]));
  return (
    <tr>
      <td>
        <span class="lkc-choose">
          {choice !== null && connectionId === null && (
            <input type="checkbox" class="lkc-no-choice" disabled aria-hidden="true" />
          )}
          {choice !== null && connectionId !== null && (
            <input
              type="checkbox"
              aria-label={fill(of.choose, { customer: fullName })}
              checked={choice.is}
              onChange={() => toggle(choice)}
            />
          )}
          <bdi class="lkc-name">{fullName}</bdi>
        </span>
      </td>
      <td>
        <bdi>{domain ?? ''}</bdi>
        <bdi class="sub lk-mono lkc-id">{tenantId}</bdi>
      </td>
      <td>
        {connectionId === null ? <span class="lk-muted">{of.noConnection}</span> : <VerdictChip verdict={verdict} />}
      </td>
      <td>{connectionId !== null && <Proof verdict={verdict} />}</td>
      <td>{connectionId !== null && <OwnerLine owner={readVerdict(verdict, now).owner} />}</td>
      <td class="lk-num lk-soft lk-nowrap" data-label={`${of.columns.endsAt}:`}>
        {endsAt !== null && <Moment at={endsAt} />}
      </td>
    </tr>
  );
}
