import type { GuideView } from '@latchkey/shared/api/guides';
import type { Situation } from '../messaging/page-guide.ts';
import { endsSession, type ClientCode, type Reply } from '../server-api/client-error.ts';
import { createServerApi } from '../server-api/server-api.ts';
import { activeGuide, guideCheck, savedGuide, type ActiveGuide } from '../session/remembered.ts';
import { credentialFor, forgetCredential } from './credential.ts';

/** What the server last said of the active guide, and how it stands with asking it. */
export interface Reading {
  readonly view: GuideView | null;
  readonly situation: Situation;
  readonly checking: boolean;
}

export interface GuideReader {
  readonly current: () => Reading;
  /** Whether the server was asked since it was woken, and has answered or not. */
  readonly hasAsked: () => boolean;
  /** Takes up what an earlier worker has left, and asks the server if this one has not yet. Does not wait for the answer. */
  wake(active: ActiveGuide): Promise<void>;
  /** Reads again; calls while a read is under way lead to one more, not to many. */
  refresh(): Promise<void>;
  /** Reads the grants back from the tenant: one at a time, and 5 s apart, however often and by whomever it is asked for. */
  check(): Promise<void>;
  forget(): Promise<void>;
}

interface Needs {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly onChange: () => void;
}

const checkRestMs = 5_000;
const nothing: Reading = { view: null, situation: 'reading', checking: false };

export function createGuideReader({ fetch: send, now, onChange }: Needs): GuideReader {
  let reading = nothing;
  let woken: string | null = null;
  let running: Promise<void> | undefined;
  let again = false;
  let checking: Promise<void> | undefined;
  let checkedAt = 0;
  let asked = false;

  const put = (next: Partial<Reading>): undefined => {
    reading = { ...reading, ...next };
    onChange();
  };

  /** Asks as whoever may; an answer that comes after the guide was closed or changed is dropped. */
  async function call(name: 'readGuide' | 'checkGuide'): Promise<GuideView | undefined> {
    const active = await activeGuide.getValue();
    if (active === null) return undefined;
    const credential = await credentialFor(active, now());
    if (credential === null) return put({ view: null, situation: 'signed-out' });
    const { origin, session } = credential;
    const api = createServerApi({
      origin,
      session: () => session,
      onSessionEnded: () => void forgetCredential(credential),
      fetch: send,
    });
    const reply = await api.call(name, { params: { invitationId: active.invitationId } });
    const isOpen = async () => (await activeGuide.getValue())?.invitationId === active.invitationId;
    if (!(await isOpen())) return undefined;
    asked = true;
    if (!reply.ok) return put({ situation: situationAfter(reply) });
    await savedGuide.setValue(reply.value);
    // Closed in this very moment: then nothing is kept of it.
    if (!(await isOpen())) {
      await savedGuide.removeValue();
      return undefined;
    }
    put({ view: reply.value, situation: 'known' });
    return reply.value;
  }

  async function readUntilQuiet(): Promise<void> {
    do {
      again = false;
      await call('readGuide');
    } while (again);
  }

  const refresh = (): Promise<void> => {
    again = running !== undefined;
    running ??= readUntilQuiet().finally(() => (running = undefined));
    return running;
  };

  async function checkOnce(): Promise<void> {
    put({ checking: true });
    try {
      await rest(checkedAt + checkRestMs - now());
      checkedAt = now();
      const active = await activeGuide.getValue();
      const view = await call('checkGuide');
      if (view === undefined || active === null) return;
      await guideCheck.setValue({ startedAt: active.startedAt, checkedAt: view.checkedAt });
    } finally {
      put({ checking: false });
    }
  }

  return {
    current: () => reading,
    hasAsked: () => asked,
    async wake({ invitationId }) {
      if (woken === invitationId) return;
      woken = invitationId;
      asked = false;
      const saved = await savedGuide.getValue();
      reading = saved?.invitationId === invitationId ? { ...nothing, view: saved, situation: 'known' } : nothing;
      void refresh();
    },
    refresh,
    check() {
      checking ??= checkOnce().finally(() => (checking = undefined));
      return checking;
    },
    async forget() {
      reading = nothing;
      woken = null;
      checkedAt = 0;
      await savedGuide.removeValue();
    },
  };
}

/** An error does not take away what was known before; it says why nothing newer is. */
function situationAfter(reply: Reply<GuideView> & { readonly ok: false }): Situation {
  const { code } = reply.error;
  if (endsSession(code)) return 'signed-out';
  const over: readonly ClientCode[] = ['invitation_not_found', 'role_insufficient'];
  if (over.includes(code)) return 'over';
  return code === 'guide_too_early' ? 'too-early' : 'offline';
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
