import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cloudFetch, NoAnswer, StrangeHost } from './cloud-fetch.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const endpoint = (server: string) => ({ browser: 'https://graph.microsoft.com', server });

test('an address keeps its name, and the socket goes to the server side', async () => {
  const seen: (string | undefined)[] = [];
  const origin = await serve((request, response) => {
    seen.push(request.url, request.headers.authorization);
    response.end('{}');
  });
  const answer = await cloudFetch(endpoint(origin))('https://graph.microsoft.com/v1.0/me?x=1', {
    headers: { authorization: 'Bearer t' },
  });
  expect([answer.status, seen]).toEqual([200, ['/v1.0/me?x=1', 'Bearer t']]);
});

describe('nothing is sent', () => {
  test.each([
    'https://graph.microsoft.com.evil.example/v1.0/me',
    'https://evil.example/graph.microsoft.com/v1.0/me',
    'http://graph.microsoft.com/v1.0/me',
    'https://graph.microsoft.com:8443/v1.0/me',
    'https://graph.microsoft.com@evil.example/v1.0/me',
  ])('to %s', async (address) => {
    let asked = 0;
    const fetch = () => {
      asked += 1;
      return Promise.resolve(new Response());
    };
    await expect(cloudFetch(endpoint('http://127.0.0.1:9'), { fetch })(address)).rejects.toBeInstanceOf(StrangeHost);
    expect(asked).toBe(0);
  });
});

test('T54: a redirect is not followed, and the trap sees nobody', async () => {
  let trapped = 0;
  const trap = await serve((_, response) => {
    trapped += 1;
    response.end();
  });
  const origin = await serve((_, response) => void response.writeHead(302, { location: trap }).end());
  const asking = cloudFetch(endpoint(origin))('https://graph.microsoft.com/v1.0/me', {
    headers: { authorization: 'Bearer t' },
  });
  await expect(asking).rejects.toBeInstanceOf(NoAnswer);
  expect(trapped).toBe(0);
});

test('an answer that does not end is given up at the deadline, its body included', async () => {
  const origin = await serve((_, response) => void response.write('{'));
  const asking = cloudFetch(endpoint(origin), { deadlineMs: 50 })('https://graph.microsoft.com/v1.0/me');
  await expect(asking).rejects.toBeInstanceOf(NoAnswer);
});

test('an answer that is larger than anything honest is given up', async () => {
  const origin = await serve((_, response) => void response.end('x'.repeat(2000)));
  const asking = cloudFetch(endpoint(origin), { largestBody: 1000 })('https://graph.microsoft.com/v1.0/me');
  await expect(asking).rejects.toBeInstanceOf(NoAnswer);
});

test('nobody listening is no answer', async () => {
  const asking = cloudFetch(endpoint('http://127.0.0.1:9'))('https://graph.microsoft.com/v1.0/me');
  await expect(asking).rejects.toBeInstanceOf(NoAnswer);
});
