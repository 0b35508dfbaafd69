import { randomInt } from 'node:crypto';
import { notGranted } from '../directory/permissions.ts';
import type { Person } from '../directory/records.ts';
import type { Ask } from '../log/logged.ts';
import type { World } from '../world/world.ts';
import { advance } from './advance.ts';
import { turnAway, type Reply } from './answer.ts';
import { refusal, type SignInErrorCode } from './errors.ts';
import { finishAuthorize } from './finish.ts';
import { needsMfa, type Flow, type SignInRequest } from './flow.ts';
import { isShared } from './metadata.ts';
import { pickPage } from './pages/account-page.ts';
import { show } from './pages/layout.ts';
import { signedInHere, type SignedIn } from './sessions.ts';

interface Candidate extends SignedIn {
  readonly person: Person;
}

function candidatesFor(world: World, c: Ask): readonly Candidate[] {
  return signedInHere(world, c).flatMap((entry) => {
    const person = world.state.directory.person(entry.personId);
    return person ? [{ ...entry, person }] : [];
  });
}

const isHinted = (request: SignInRequest, person: Person): boolean =>
  request.loginHint?.toLowerCase() === person.username.toLowerCase();

/** `prompt=none`: an answer at once or an error, and never a page. */
function answerSilently(world: World, c: Ask, request: SignInRequest, all: readonly Candidate[]) {
  const no = (code: SignInErrorCode, error?: string) => {
    const { clientId: client, displayName: name } = request.client;
    const refused = refusal(code, { client, name });
    return turnAway(world, c, error === undefined ? refused : { ...refused, error }, request.kind, request);
  };
  const tenantId = isShared(request.segment) ? undefined : world.state.directory.tenantNamed(request.segment)?.id;
  const fitting = all.filter(
    ({ person }) =>
      (tenantId === undefined || person.tenantId === tenantId) &&
      (request.loginHint === undefined || isHinted(request, person)),
  );
  const [only, another] = fitting;
  if (!only) return no(50058);
  if (another) return no(16000);
  const flow = flowFor(world, request, only);
  if (needsMfa(flow, only.person) && !only.mfa) return no(50076, 'interaction_required');
  if (notGranted(world.state.directory, request.client, only.person, request.scopes.asked).length > 0)
    return no(65001, 'interaction_required');
  return finishAuthorize(world, c, '', flow, only.person);
}

function flowFor(world: World, request: SignInRequest, known?: Candidate): Flow {
  return {
    request,
    startedAt: world.clock.now(),
    passwordProved: known !== undefined,
    mfaProved: known?.mfa ?? false,
    mfaNumber: randomInt(10, 100),
    remembered: known !== undefined,
    ...(known && { person: known.person }),
  };
}

/** Who is meant without asking: the hinted session, or the only one. */
function knownFor(request: SignInRequest, all: readonly Candidate[]): Candidate | undefined {
  if (request.prompt === 'login' || request.prompt === 'select_account') return undefined;
  if (request.loginHint !== undefined) return all.find(({ person }) => isHinted(request, person));
  return all.length === 1 ? all[0] : undefined;
}

/** Begins a visit to the sign-in pages. */
export function begin(world: World, c: Ask, request: SignInRequest): Reply {
  const all = candidatesFor(world, c);
  if (request.prompt === 'none') return answerSilently(world, c, request, all);
  const known = knownFor(request, all);
  const flow = flowFor(world, request, known);
  const name = world.state.flows.put(flow);
  const offersAccounts = known === undefined && all.length > 0 && request.prompt !== 'login';
  if (offersAccounts && request.loginHint === undefined)
    return show(
      c,
      pickPage(
        name,
        all.map(({ person }) => person),
      ),
    );
  if (offersAccounts && request.prompt === 'select_account')
    return show(
      c,
      pickPage(
        name,
        all.map(({ person }) => person),
      ),
    );
  // As at Microsoft, a hint that names an account skips the first page.
  const hinted = request.loginHint === undefined ? undefined : world.state.directory.personNamed(request.loginHint);
  if (!flow.person && hinted) flow.person = hinted;
  return advance(world, c, name, flow);
}
