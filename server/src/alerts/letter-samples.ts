import { mailWords } from '@latchkey/shared/words/mail-words';
import type { Language } from '@latchkey/shared/words/words';
import { writeMail } from '../mail/write-mail.ts';
import { alertLetter } from './alert-letter.ts';
import type { Told } from './channel.ts';

const customer = { id: 'cus_1', fullName: 'Contoso Ltd', tenantId: '6f1c2a90-4b7e-4d11-9a52-0c6b8f3d2e41' };
const target = {
  id: 'night-desk',
  url: 'mailto:night.desk@northwindvoice.example',
  quiet: { from: '22:00', until: '07:00', zone: 'Europe/Berlin' },
};
const base = { key: 'turn-4711', sequence: 4711, at: '2026-11-26T07:02:13.000Z', connectionId: 'con_1', replays: 0 };
const changed = (data: object, to: string): Told => ({
  ...base,
  kind: 'connection.verdict_changed',
  to,
  data: { customer, to, ...data },
});

/** Letters as they are looked at: by name, what they tell. */
const samples: Readonly<Record<string, Told>> = {
  'action-needed': changed(
    { from: 'working', cause: 'permission_missing', owner: 'customer', evidence: 'grants' },
    'action_needed',
  ),
  'works-again': changed({ from: 'blocked', cause: 'all_proved', owner: 'nobody', evidence: 'probe' }, 'working'),
  'secret-ends': {
    ...base,
    kind: 'credential.expires',
    to: null,
    data: { credential: 'secret', endsAt: '2026-12-10T00:00:00.000Z', days: 14 },
  },
  test: { ...base, kind: 'alert.test', to: null, data: {} },
};

/** A letter of the samples, written; undefined where none has that name. */
export async function sampleMail(name: string, language: Language) {
  const told = Object.hasOwn(samples, name) ? samples[name] : undefined;
  if (told === undefined) return undefined;
  const isAboutOne = 'customer' in told.data;
  return writeMail(
    alertLetter(told, target, {
      words: mailWords[language],
      language,
      provider: 'Northwind Voice',
      console: isAboutOne
        ? { name: 'Northwind console', address: 'https://console.northwindvoice.example/services/contoso' }
        : null,
      page: isAboutOne
        ? 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/console.html#/services/svc_1/m365-settings'
        : null,
    }),
  );
}
