import type { CustomerView } from '@latchkey/shared/api/customers';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import { verdictNow } from '@latchkey/shared/validation/age';
import { fill } from '@latchkey/shared/words/fill';
import { tenantOfAddress } from '../pages/tenant-of-address.ts';
import type { ServerApi } from '../server-api/server-api.ts';
import type { Exclusively } from '../session/exclusively.ts';
import type { ToolbarMoment } from '../session/remembered.ts';
import type { ToolbarSpeech } from './toolbar-words.ts';

/** What is said in a notification. */
export interface Notice {
  readonly title: string;
  readonly text: string;
}

export interface ValidatesTab {
  readonly api: ServerApi;
  readonly exclusively: Exclusively;
  readonly speech: ToolbarSpeech;
  readonly now: () => number;
  /** Keeps what is known of a tenant, for the badge and the popup. */
  readonly keep: (tenant: string, customer: CustomerView | null) => Promise<void>;
  /** Shows what goes on in the tab; null takes it away. */
  readonly show: (moment: ToolbarMoment | null) => Promise<void>;
}

const okForMs = 10_000;
const longestMs = 60_000;

/**
 * Validates the tenant of a tab without opening anything: the customer is the one of the tab's own address, and nobody else says
 * which. Gives what there is to say.
 */
export async function validateTab(
  needs: ValidatesTab,
  tab: { readonly id: number; readonly address: string },
): Promise<Notice> {
  const { show, speech } = needs;
  const { told } = speech.words.toolbar;
  const tenant = tenantOfAddress(tab.address);
  if (tenant === undefined) return told.noTenant;
  const wait = (customer: string | null) =>
    show({ tabId: tab.id, what: 'validating', customer, until: needs.now() + longestMs });
  await wait(null);
  const found = await customerOf(needs, tenant);
  if (found === undefined) return stop(needs, told.failed);
  if (found === null) return stop(needs, { ...told.notACustomer, text: fill(told.notACustomer.text, { tenant }) });
  const named = { customer: found.fullName };
  if (found.connection === null) return stop(needs, filled(told.noConnection, named));
  await wait(found.fullName);
  const connectionId = found.connection.id;
  const reply = await needs.exclusively(`validate ${connectionId}`, () =>
    needs.api.call('validateConnection', { params: { connectionId } }),
  );
  if (reply === 'elsewhere') return stop(needs, filled(told.elsewhere, named));
  if (!reply.ok) return stop(needs, told.failed);
  await customerOf(needs, tenant);
  await show({ tabId: tab.id, what: 'validated', customer: found.fullName, until: needs.now() + okForMs });
  return verdictNotice(needs, reply.value.verdict, named);
}

async function stop({ show }: ValidatesTab, notice: Notice): Promise<Notice> {
  await show(null);
  return notice;
}

/** Undefined when the server did not say. */
async function customerOf({ api, keep }: ValidatesTab, tenant: string): Promise<CustomerView | null | undefined> {
  const reply = await api.call('listCustomers', { query: { tenant } });
  if (!reply.ok) return undefined;
  const customer = reply.value.items[0] ?? null;
  await keep(tenant, customer);
  return customer;
}

const filled = ({ title, text }: Notice, values: Readonly<Record<string, string>>): Notice => ({
  title: fill(title, values),
  text: fill(text, values),
});

function verdictNotice(
  { speech: { words, tag }, now }: ValidatesTab,
  verdict: Verdict,
  named: { customer: string },
): Notice {
  const { told } = words.toolbar;
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const until = verdict.settlingUntil === null ? '' : time.format(new Date(verdict.settlingUntil));
  const owner = verdict.owner === 'nobody' ? told.nobodyActs : fill(told.acts, { owner: words.owners[verdict.owner] });
  return filled(told.verdict, {
    ...named,
    verdict: fill(words.verdicts[verdictNow(verdict, now())], { time: until }),
    evidence: words.evidence[verdict.evidence],
    owner,
  });
}
