import { serve } from '@hono/node-server';
import { customerLanguages, type CustomerLanguage } from '@latchkey/shared/words/customer-language';
import { languages, type Language } from '@latchkey/shared/words/words';
import { Hono, type Context } from 'hono';
import type { AddressInfo } from 'node:net';
import { sampleMail } from '../alerts/letter-samples.ts';
import { sampleInvitationMail, sampleLetterNames, sampleResultMail } from '../invitation-mails/letter-samples.ts';
import { loadPageAssets, pageAssetRoutes } from './assets.ts';
import type { Page } from './model.ts';
import { pageHeaders } from './page-headers.ts';
import { paths } from './paths.ts';
import { sampleContext } from './samples/sample.ts';
import { samples } from './samples/samples.ts';
import { renderPage } from './views.ts';

/*
 * Every page in every state, as a browser gets it: `node server/src/invitation-pages/gallery.ts [port]` and open
 * /gallery; the mails stand under /mails. Nobody is asked, nothing is kept; the link opens by the name of the answer that is wanted (/i#unknown).
 */
const assets = loadPageAssets();
const answers: Readonly<Record<string, number>> = { unknown: 404, 't.unknown': 404, throttled: 429, down: 503 };

const show = (c: Context, model: Page, language: CustomerLanguage = 'en') =>
  c.html(renderPage(model, sampleContext(language, assets.addresses)), 200, pageHeaders);

const sampleNamed = (name: string): Page | undefined => samples.find((sample) => sample.name === name)?.model;
const isLanguage = (text: string): text is CustomerLanguage => Object.hasOwn(customerLanguages, text);
const isAlertLanguage = (text: string): text is Language => Object.hasOwn(languages, text);
const landing: Page = { page: 'landing', code: null };

async function mailNamed(name: string, language: string) {
  if (name === 'result') return isLanguage(language) ? sampleResultMail(language) : undefined;
  if (sampleLetterNames.includes(name)) return isLanguage(language) ? sampleInvitationMail(name, language) : undefined;
  return isAlertLanguage(language) ? sampleMail(name, language) : undefined;
}

const gallery = new Hono()
  .route('/', pageAssetRoutes(assets))
  .get('/gallery', (c) => c.json(samples.map(({ name }) => `/gallery/en/${name}`)))
  .get('/gallery/:language/:name', (c) => {
    const { language, name } = c.req.param();
    const model = sampleNamed(name);
    return model !== undefined && isLanguage(language) ? show(c, model, language) : c.notFound();
  })
  .get('/mails/:language/:name', async (c) => {
    const { language, name } = c.req.param();
    const mail = await mailNamed(name, language);
    return mail === undefined ? c.notFound() : c.html(mail.html);
  })
  .get(paths.landing, (c) => show(c, landing))
  .get(paths.invitation, (c) => show(c, sampleNamed('invitation') ?? landing))
  .post(paths.open, async (c) => {
    const { token } = await c.req.json<{ token: string }>();
    return new Response(null, { status: answers[token] ?? 204 });
  });

const server = serve({ fetch: gallery.fetch, hostname: '127.0.0.1', port: Number(process.argv[2] ?? 0) }, (address) => {
  const { port } = address satisfies AddressInfo;
  process.stdout.write(`http://127.0.0.1:${port}\n`);
});
process.once('SIGTERM', () => server.close());
