import { parseArgs } from 'node:util';
import { methodOf } from './walk/method-of.ts';
import { Stop } from './stop.ts';

/** What the practice tenant may be told to lie about, so that it is seen that nobody believes it. */
export const lies = ['no-grants', 'wrong-tenant', 'old-token', 'redirect-only'] as const;
export type Lie = (typeof lies)[number];

/** What the practice tenant can act out. It says so itself; here a wrong name is told before anything is touched. */
export const situations = [
  'contoso-happy',
  'fabrikam-box-not-ticked',
  'northwind-declined',
  'tailspin-not-an-admin',
  'wingtip-wrong-tenant',
  'litware-mfa-required',
  'adatum-approval-requested',
  'proseware-reviewer-denies',
  'woodgrove-known-password',
] as const;

/** Where the practice tenant's portals draw their blades. */
const blades = ['framed', 'top-document'] as const;
export type Blades = (typeof blades)[number];

/** Methods that the walk can act out. */
const walkedMethods = ['invitation-link', 'known-password', 'service-account'] as const;
export type WalkedMethod = (typeof walkedMethods)[number];

export interface Options {
  /** Walk the nine steps headless and exit; otherwise open a window and stay. */
  readonly once: boolean;
  readonly situation: string;
  readonly seed: number;
  readonly lie: Lie | undefined;
  readonly blades: Blades;
  readonly method: WalkedMethod;
  readonly port: number;
}

const usage =
  'npm start -- [--once] [--situation NAME] [--seed N] [--method invitation-link|known-password|service-account] [--lie no-grants|wrong-tenant|old-token|redirect-only] [--blades framed|top-document] [--port N]';

/** Reads the command line; a mistake is answered with what is wrong and how it is written. */
export function readOptions(given: readonly string[]): Options {
  const { once, situation, seed, lie, blades: place, method, port } = parsed(given);
  return {
    once,
    situation: oneOf('--situation', situation, situations),
    seed: wholeNumber('--seed', seed, 0, 2 ** 31 - 1),
    lie: lie === undefined ? undefined : oneOf('--lie', lie, lies),
    blades: oneOf('--blades', place, blades),
    method: method === undefined ? methodOf(situation) : oneOf('--method', method, walkedMethods),
    port: wholeNumber('--port', port, 1, 65_535),
  };
}

function parsed(given: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        once: { type: 'boolean', default: false },
        situation: { type: 'string', default: 'contoso-happy' },
        seed: { type: 'string', default: '1' },
        lie: { type: 'string' },
        blades: { type: 'string', default: 'framed' },
        method: { type: 'string' },
        port: { type: 'string', default: '8787' },
      },
    });
    return values;
  } catch (error) {
    throw new Stop(
      `${error instanceof Error ? error.message : 'This command line is not understood'}. It is written: ${usage}`,
    );
  }
}

function wholeNumber(name: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < from || value > to)
    throw new Stop(`${name} is a whole number from ${from} to ${to}, and not “${text}”.`);
  return value;
}

function oneOf<const Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const chosen = choices.find((choice) => choice === text);
  if (chosen === undefined) throw new Stop(`${name} is one of ${choices.join(', ')}, and not “${text}”.`);
  return chosen;
}
