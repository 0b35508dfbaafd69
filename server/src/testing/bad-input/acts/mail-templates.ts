import type { MailTemplateView } from '@latchkey/shared/api/mail-templates';
import { linkSequence } from '@latchkey/shared/mail/mail-template';
import type { Stage } from '../stage.ts';
import { twice, type Act, type Acts } from './act.ts';

const sound = { subject: 'Please approve {{CustomerName}}', body: `Hello,\n\n${linkSequence}` };

/** The Admin of each stage: whoever writes templates. */
const admins = new WeakMap<Stage, string>();
async function prepare(at: Stage): Promise<void> {
  const { session } = (await (await at.line.signIn('Admin')).json()) as { session: string };
  admins.set(at, session);
}
const call = (at: Stage, method: string, path: string, body?: object): Promise<Response> =>
  at.line.signed(method, path, {
    headers: {
      authorization: `Bearer ${admins.get(at)}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });

const saved = (at: Stage, change: object, follows = 0): Promise<Response> =>
  call(at, 'POST', '/v1/mail-templates', {
    kind: 'invitation',
    language: 'en',
    follows,
    template: { ...sound, ...change },
  });
const saves = (change: object): Act => ({ prepare, act: (at) => saved(at, change) });

/** Saved after all, behind the version that there is. */
export async function saveMended(at: Stage): Promise<number> {
  const listed = await call(at, 'GET', '/v1/mail-templates');
  const { templates } = (await listed.json()) as { templates: readonly MailTemplateView[] };
  const { version } = templates.find(({ kind, language }) => kind === 'invitation' && language === 'en')!;
  return (await saved(at, {}, version)).status;
}

export const mailTemplateActs: Acts = {
  'a template without the link': saves({ body: 'Hello' }),
  'a template with the link in its subject': saves({ subject: linkSequence }),
  'a template, twice at once': { prepare, act: (at) => twice(() => saved(at, {})) },
};
