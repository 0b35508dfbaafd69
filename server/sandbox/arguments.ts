import { parseArgs } from 'node:util';
import type { Behaviour } from './portal/portal-data.ts';
import { situationsAfterConsent } from './situations/afterwards/after-consent.ts';
import { situations } from './situations/situations.ts';
import { lies, type Lie, type Situation } from './situations/situation.ts';

/** How a practice tenant is started. */
export interface Arguments {
  readonly dir: string;
  readonly situation: Situation;
  readonly seed: number;
  readonly apiOrigin: string;
  readonly extensionId: string;
  readonly callbackPaths: readonly string[];
  readonly lie: Lie | undefined;
  /** Where the portals draw their blades, until a test says otherwise. */
  readonly blades: Behaviour['blades'];
  readonly ports: Readonly<Record<'login' | 'graph' | 'tls' | 'oracle' | 'smtp', number>>;
}

/** A mistake in the command line, said in one sentence. */
export class ArgumentMistake extends Error {}

const text = { type: 'string' } as const;

function wholeNumber(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw new ArgumentMistake(`--${name} wants a whole number.`);
  return number;
}

function oneOf<Name extends string>(flag: string, value: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === value);
  if (found === undefined) throw new ArgumentMistake(`--${flag} is one of ${names.join(', ')}.`);
  return found;
}

/** Reads the command line. */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      dir: text,
      situation: { ...text, default: 'contoso-happy' },
      seed: { ...text, default: '1' },
      'api-origin': { ...text, default: 'http://127.0.0.1:8787' },
      'extension-id': { ...text, default: 'abcdefghijklmnopabcdefghijklmnop' },
      callback: { ...text, multiple: true, default: ['/consent/callback', '/consent/admin-callback'] },
      lie: text,
      blades: { ...text, default: 'framed' },
      'login-port': { ...text, default: '0' },
      'graph-port': { ...text, default: '0' },
      'tls-port': { ...text, default: '0' },
      'oracle-port': { ...text, default: '0' },
      'smtp-port': { ...text, default: '0' },
    },
  });
  if (values.dir === undefined)
    throw new ArgumentMistake('--dir wants the folder in which the practice tenant writes.');
  const all = [...situations, ...situationsAfterConsent];
  const name = oneOf(
    'situation',
    values.situation,
    all.map((one) => one.name),
  );
  const situation = all.find((one) => one.name === name);
  if (!situation) throw new ArgumentMistake(`There is no situation ${name}.`);
  return {
    dir: values.dir,
    situation,
    seed: wholeNumber('seed', values.seed),
    apiOrigin: values['api-origin'].replace(/\/$/, ''),
    extensionId: values['extension-id'],
    callbackPaths: values.callback,
    lie: values.lie === undefined ? undefined : oneOf('lie', values.lie, lies),
    blades: oneOf('blades', values.blades, ['framed', 'top-document']),
    ports: {
      login: wholeNumber('login-port', values['login-port']),
      graph: wholeNumber('graph-port', values['graph-port']),
      tls: wholeNumber('tls-port', values['tls-port']),
      oracle: wholeNumber('oracle-port', values['oracle-port']),
      smtp: wholeNumber('smtp-port', values['smtp-port']),
    },
  };
}
