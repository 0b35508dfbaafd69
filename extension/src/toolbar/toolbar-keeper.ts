import type { CustomerView } from '@latchkey/shared/api/customers';
import { chooseLanguage } from '../look/language.ts';
import { tenantOfAddress } from '../pages/tenant-of-address.ts';
import { createServerApi, type ServerApi } from '../server-api/server-api.ts';
import type { Exclusively } from '../session/exclusively.ts';
import { forgetSession } from '../session/forget-session.ts';
import {
  apiOrigin,
  keptSession,
  language,
  savedPending,
  savedTenants,
  toolbarMoment,
  type ToolbarMoment,
} from '../session/remembered.ts';
import type { OpenTab, ToolbarButton } from '../session/toolbar-button.ts';
import { badgeOf } from './badge.ts';
import { toolbarSpeech, type ToolbarWords } from './toolbar-words.ts';
import { validateTab } from './validate-tab.ts';

/** Keeps the button in the toolbar true. It remembers nothing itself: the worker may die after any of these calls. */
export interface ToolbarKeeper {
  /** Draws what is remembered. */
  draw(): Promise<void>;
  /** Asks the server: each minute, unless a page of ours is open, which hears of changes as they happen and leaves them here. */
  ask(): Promise<void>;
  /** Looks whose tenant a tab is on, when it has come to a tenant of which nothing is remembered. */
  look(tab: OpenTab): Promise<void>;
  validate(tab: OpenTab): Promise<void>;
  /** What the button's menu says. */
  menu(): Promise<ToolbarWords['toolbar']['menu']>;
}

interface Needs {
  readonly button: ToolbarButton;
  readonly fetch: typeof fetch;
  readonly exclusively: Exclusively;
  readonly now: () => number;
}

export function createToolbarKeeper({ button, fetch: send, exclusively, now }: Needs): ToolbarKeeper {
  const speech = async () => toolbarSpeech(chooseLanguage(await language.getValue(), navigator.language));

  /** The API under the session of now; undefined when nobody is signed in. */
  async function signedInApi(): Promise<ServerApi | undefined> {
    const [origin, kept] = await Promise.all([apiOrigin.getValue(), keptSession.getValue()]);
    // A session goes to the API that gave it, and nowhere else.
    if (kept === null || kept.origin !== origin || Date.parse(kept.view.endsAt) <= now()) return undefined;
    return createServerApi({
      origin,
      session: () => kept.session,
      onSessionEnded: (ended) => void forgetSession(ended, 'ended'),
      fetch: send,
    });
  }

  const keep = async (tenant: string, customer: CustomerView | null): Promise<void> =>
    savedTenants.setValue({ ...(await savedTenants.getValue()), [tenant]: customer });

  async function readCustomer(api: ServerApi, tenant: string): Promise<void> {
    const reply = await api.call('listCustomers', { query: { tenant } });
    if (reply.ok) await keep(tenant, reply.value.items[0] ?? null);
  }

  async function draw(): Promise<void> {
    const [signedIn, pending, tenants, moment, words, tabs] = await Promise.all([
      keptSession.getValue().then((kept) => kept !== null && Date.parse(kept.view.endsAt) > now()),
      savedPending.getValue(),
      savedTenants.getValue(),
      toolbarMoment.getValue(),
      speech(),
      button.activeTabs(),
    ]);
    const facts = { signedIn, pending: pending?.items ?? [] };
    await button.show(null, badgeOf({ ...facts, customer: null, moment: null }, now(), words));
    for (const { id, address } of tabs) {
      const customer = tenants[tenantOfAddress(address) ?? ''] ?? null;
      const own = moment?.tabId === id ? moment : null;
      await button.show(id, badgeOf({ ...facts, customer, moment: own }, now(), words));
    }
  }

  async function show(moment: ToolbarMoment | null): Promise<void> {
    await toolbarMoment.setValue(moment);
    await draw();
    if (moment?.what === 'validated') setTimeout(() => void draw(), moment.until - now());
  }

  return {
    draw,
    async ask() {
      const api = await signedInApi();
      if (api !== undefined && !(await button.isPageOpen())) {
        const reply = await api.call('listInvitations', { query: { which: 'pending' } });
        if (reply.ok) {
          const { items, total } = reply.value;
          await savedPending.setValue({ at: new Date(now()).toISOString(), items: items.slice(0, 50), total });
        }
        for (const { address } of await button.activeTabs()) {
          const tenant = tenantOfAddress(address);
          if (tenant !== undefined) await readCustomer(api, tenant);
        }
      }
      await draw();
    },
    async look({ address }) {
      const tenant = tenantOfAddress(address);
      const known = await savedTenants.getValue();
      if (tenant !== undefined && known[tenant] === undefined) {
        const api = await signedInApi();
        if (api !== undefined) await readCustomer(api, tenant);
      }
      await draw();
    },
    async validate(tab) {
      const api = await signedInApi();
      const words = await speech();
      const { told } = words.words.toolbar;
      const notice =
        api === undefined
          ? told.signedOut
          : await validateTab({ api, exclusively, speech: words, now, keep, show }, tab);
      await button.notify(notice);
    },
    menu: async () => (await speech()).words.toolbar.menu,
  };
}
