import type { ConnectionView, ValidationView } from '@latchkey/shared/api/connections';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import type { Caller } from '../caller.ts';
import { startLine, type Line } from '../line.ts';
import { answer, invite, look } from '../steps.ts';
import type { Expected } from './expected.ts';
import { isOwn, makeProfile } from './own-profiles.ts';
import { trips } from './trips.ts';

/** What came out of one situation: everything that was said, oldest first, and what it cost. */
export interface Seen {
  readonly said: readonly Verdict[];
  /** Requests at Microsoft's sockets for the last of them. */
  readonly trips: readonly string[];
  /** Whether the invitation reads "Authentication Complete". */
  readonly isComplete: boolean;
}

const window = { minutes: 15, ms: 15 * 60_000 };
const looksAt = [2, 5, 10, 20, 30, ...Array.from({ length: window.minutes }, (_, minute) => (minute + 1) * 60)];

/** Acts a situation out: the API answers, the practice tenant listens on its sockets, SQLite keeps a file, and the clock is ours. */
export async function act(expected: Expected): Promise<Seen> {
  const { situation, secretEndsInDays, profile } = expected;
  const ends = secretEndsInDays === undefined ? undefined : new Date(Date.now() + secretEndsInDays * 24 * 3_600_000);
  const line = await startLine({
    situation,
    settlingMinutes: window.minutes,
    ...(ends !== undefined && { secretExpires: ends.toISOString() }),
  });
  try {
    if (profile !== undefined && isOwn(profile)) await makeProfile(line, profile);
    const { id, link } = await invite(line, profile === undefined ? {} : { profileId: profile });
    const does = line.practice.admin.adminDoes === 'leaves the box' ? 'leaves the box' : 'approves';
    const before = await trips(line);
    await answer(line, line.browse(), link, does);
    const consent = { trips: (await trips(line)).slice(before.length) };
    const connectionId = (await look(line, id)).connection!.id;
    const rest = expected.watch === true ? watch(line, connectionId, consent) : validate(line, connectionId, expected);
    return { ...(await rest), isComplete: (await look(line, id)).status === 'authentication_complete' };
  } finally {
    await line.stop();
  }
}

type Said = Pick<Seen, 'said' | 'trips'>;

async function verdictOf(call: Caller, connectionId: string): Promise<Verdict> {
  const { body } = await call<ConnectionView>('GET', `/v1/connections/${connectionId}`);
  if (body.verdict === null) throw new Error('a connection without a verdict');
  return body.verdict;
}

/** The consent, and the looks that follow it by themselves until nothing is too early any more. */
async function watch(line: Line, connectionId: string, consent: Pick<Seen, 'trips'>): Promise<Said> {
  const said = [await verdictOf(line.call, connectionId)];
  let last = consent.trips;
  let passed = 0;
  for (const seconds of looksAt) {
    if (said.at(-1)?.verdict !== 'settling') break;
    // oxlint-disable no-await-in-loop -- time goes by in one direction
    await line.pass((seconds - passed) * 1000);
    passed = seconds;
    const before = await trips(line);
    await line.runJob('settle');
    last = (await trips(line)).slice(before.length);
    said.push(await verdictOf(line.call, connectionId));
    // oxlint-enable no-await-in-loop
  }
  return { said, trips: last };
}

/** The consent, then what becomes true afterwards, then Validate Authentication. */
async function validate(line: Line, connectionId: string, { times = 1 }: Expected): Promise<Said> {
  const said = [await verdictOf(line.call, connectionId)];
  await line.pass(window.ms + 60_000);
  await line.afterwards();
  await line.restart();
  const call = await line.as('Operator');
  let last: readonly string[] = [];
  for (let time = 0; time < times; time += 1) {
    // oxlint-disable no-await-in-loop -- one after the other is the point
    if (time > 0) await line.pass(30_000);
    const before = await trips(line);
    const { body } = await call<ValidationView>('POST', `/v1/connections/${connectionId}/validate`);
    last = (await trips(line)).slice(before.length);
    said.push(body.verdict);
    // oxlint-enable no-await-in-loop
  }
  return { said, trips: last };
}
