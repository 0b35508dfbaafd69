import { describe, expect, test } from 'vitest';
import type { Behaviour } from '../portal/portal-data.ts';
import { portalService } from '../portal/portal-service.ts';
import type { ShownDocument, WitnessedEvent } from '../portal/witnessed.ts';
import { practise, type Practice } from '../testing/practice.ts';
import { oracleService } from './oracle-service.ts';

const host = 'portal.azure.com';

interface Portal {
  readonly behaviour: Behaviour;
  readonly documents: readonly (ShownDocument & { readonly host: string; readonly sequence: number })[];
  readonly events: readonly (WitnessedEvent & { readonly sequence: number })[];
  readonly untrusted: number;
}

function withOracle(practice: Practice) {
  const oracle = oracleService(practice.world, practice.log);
  const pages = portalService(practice.world, practice.log, host);
  const post = (path: string, body: unknown) => oracle.request(path, { method: 'POST', body: JSON.stringify(body) });
  return {
    post,
    portal: async () => (await (await oracle.request('/portal')).json()) as Portal,
    tell: (path: string, body: unknown) =>
      pages.request(`https://${host}/practice/${path}`, { method: 'POST', body: JSON.stringify(body) }),
    orders: async () => {
      const response = await pages.request(`https://${host}/practice/orders`);
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      expect((await reader.read()).value).toBe(': here\n\n');
      return async () => JSON.parse((await reader.read()).value!.replace('data: ', '')) as unknown;
    },
  };
}

const shown: ShownDocument = {
  tab: 'tab-1',
  document: 'document-1',
  frame: 'top',
  page: 'permissions',
  account: 'somebody@contoso.com',
  tenantId: 'a-tenant',
  path: '/a-tenant',
  hash: '#view/x',
  draws: 1,
  report: 1,
  complete: true,
  targets: { home: { role: 'link', label: 'Home', rectangle: { x: 1, y: 2, width: 3, height: 4 } } },
};
const click: WitnessedEvent = {
  tab: 'tab-1',
  document: 'document-1',
  frame: 'top',
  type: 'click',
  trusted: true,
  target: 'home',
};

describe('the oracle of the portals', () => {
  test('says what each open document shows, the newest report of each', async () => {
    const { tell, portal } = withOracle(practise());
    expect((await portal()).documents).toEqual([]);
    await tell('document', { ...shown, report: 2, draws: 2 });
    await tell('document', shown);
    await tell('document', { ...shown, document: 'document-2', frame: 'blade' });
    const { documents } = await portal();
    expect(documents.map(({ document, draws, host: from }) => [document, draws, from])).toEqual([
      ['document-1', 2, host],
      ['document-2', 1, host],
    ]);
    expect(documents[0]!.targets).toEqual(shown.targets);
    expect(documents[1]!.sequence).toBeGreaterThan(documents[0]!.sequence);
  });

  test('forgets a document that was closed, also when its last report comes late', async () => {
    const { tell, portal } = withOracle(practise());
    await tell('document', shown);
    await tell('closed', { document: shown.document });
    await tell('document', { ...shown, report: 9 });
    expect((await portal()).documents).toEqual([]);
  });

  test('counts what no person did', async () => {
    const { tell, portal } = withOracle(practise());
    await tell('event', click);
    await tell('event', { ...click, trusted: false });
    const { events, untrusted } = await portal();
    expect(events.map(({ sequence, trusted }) => [sequence, trusted])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(untrusted).toBe(1);
  });

  test('takes no report that it does not understand, and writes none into the log', async () => {
    const practice = practise();
    const { tell, portal } = withOracle(practice);
    expect((await tell('document', shown)).status).toBe(204);
    expect((await tell('document', { ...shown, more: 1 })).status).toBe(400);
    expect((await tell('event', { type: 'click' })).status).toBe(400);
    expect((await tell('closed', 'everything')).status).toBe(400);
    expect((await portal()).events).toEqual([]);
    expect(practice.log.all()).toEqual([]);
  });

  test('changes what is named and leaves the rest, and tells every open page', async () => {
    const { post, portal, orders } = withOracle(practise());
    const [one, other] = [await orders(), await orders()];
    await post('/portal/behaviour', { language: 'de' });
    await post('/portal/behaviour', { lateMs: 40, blades: 'top-document' });
    const { behaviour } = await portal();
    expect(behaviour).toMatchObject({ language: 'de', lateMs: 40, blades: 'top-document', storm: false });
    for (const next of [one, other]) {
      expect(await next()).toMatchObject({ do: 'behave', behaviour: { language: 'de', lateMs: 0 } });
      expect(await next()).toEqual({ do: 'behave', behaviour });
    }
  });

  test('passes an act on; a report begins with forgetting', async () => {
    const { post, portal, orders, tell } = withOracle(practise());
    await tell('document', shown);
    const next = await orders();
    for (const act of ['rerender', 'replace-frame'] as const) {
      await post('/portal/acts', { do: act });
      expect(await next()).toEqual({ do: act });
    }
    expect((await portal()).documents).toHaveLength(1);
    await post('/portal/acts', { do: 'report' });
    expect(await next()).toEqual({ do: 'report' });
    expect((await portal()).documents).toEqual([]);
  });

  test.each([
    ['behaviour', { hostility: true }],
    ['behaviour', { language: 'fr' }],
    ['behaviour', { lateMs: -1 }],
    ['acts', { do: 'click' }],
  ])('%s refuses %o', async (path, body) => {
    const { post, portal } = withOracle(practise());
    const before = await portal();
    expect((await post(`/portal/${path}`, body)).status).toBe(400);
    expect(await portal()).toEqual(before);
  });

  test('a reset brings back a calm portal', async () => {
    const { post, portal, tell } = withOracle(practise());
    const { behaviour } = await portal();
    await post('/portal/behaviour', { storm: true, hostile: true, slowMs: 5 });
    await tell('event', { ...click, trusted: false });
    await post('/reset', {});
    expect(await portal()).toEqual({ behaviour, documents: [], events: [], untrusted: 0 });
  });
});
