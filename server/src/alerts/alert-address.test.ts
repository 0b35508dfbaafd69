import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pinAlertAddress, readAlertAddress } from './alert-address.ts';
import { postAlert } from './send-alert.ts';

/** Spellings of places that are not public, or not reached as they must be. */
const refused = [
  'http://hooks.contoso.example/',
  'ftp://hooks.contoso.example/',
  'file:///etc/passwd',
  'unix:/var/run/docker.sock',
  'javascript:alert(1)',
  'data:text/plain,x',
  'hooks.contoso.example',
  '//hooks.contoso.example/',
  '',
  'https://',
  'https://user@hooks.contoso.example/',
  'https://user:password@hooks.contoso.example/',
  'https://hooks.contoso.example:8443/',
  'https://hooks.contoso.example:22/',
  'https://127.0.0.1/',
  'https://127.0.0.1:443/',
  'https://127.1/',
  'https://127.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://127.0.0.1./',
  'https://%31%32%37.0.0.1/',
  'https://１２７.0.0.1/',
  'https://①②⑦.0.0.1/',
  'https://127。0。0。1/',
  'https://0/',
  'https://0.0.0.0/',
  'https://10.0.0.1/',
  'https://10.255.255.255/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.0.1/',
  'https://192.168.1.254/',
  'https://169.254.169.254/',
  'https://169.254.169.254/latest/meta-data/',
  'https://0xa9fea9fe/',
  'https://2852039166/',
  'https://100.64.0.1/',
  'https://100.100.100.200/',
  'https://192.0.0.192/',
  'https://192.0.2.1/',
  'https://198.18.0.1/',
  'https://198.51.100.1/',
  'https://203.0.113.1/',
  'https://224.0.0.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[::]/',
  'https://[::1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b::a9fe:a9fe]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:7f00:1::]/',
  'https://[2001:db8::1]/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[fd12:3456:789a::1]/',
  'https://[fd00:ec2::254]/',
  'https://[ff02::1]/',
];

let trap: Server;
let connections = 0;
let port = 0;
beforeAll(async () => {
  trap = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => void trap.listen(0, '127.0.0.1', resolve));
  const address = trap.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => trap.close());

const nobody = () => Promise.reject(new Error('nobody asks'));
const answers =
  (...addresses: readonly string[]) =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address })));

describe('an address for alerts', () => {
  test('there are at least sixty spellings in the table', () => {
    expect(new Set(refused).size).toBeGreaterThanOrEqual(60);
  });

  test.each(refused)('%s is not asked about, and not called', async (text) => {
    expect(await pinAlertAddress(text, [], nobody)).toBeUndefined();
  });

  test.each([
    ['https://hooks.contoso.example/alerts?to=latchkey', '93.184.215.14'],
    ['https://hooks.contoso.example:443/', '93.184.215.14'],
    ['https://93.184.215.14/', undefined],
    ['https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/', undefined],
  ])('%s is called where it leads', async (text, address) => {
    const resolves = address === undefined ? nobody : answers(address);
    expect(await pinAlertAddress(text, [], resolves)).toMatchObject({ url: new URL(text) });
  });

  test.each([
    ['a private one', ['10.0.0.7']],
    ['a private one beside a public one', ['93.184.215.14', '127.0.0.1']],
    ['its own machine by the new protocol', ['::1']],
    ['a mapped one', ['::ffff:10.0.0.7']],
    ['nothing', []],
    ['what is no address', ['localhost']],
  ])('a name that leads to %s is not called', async (_what, addresses) => {
    expect(await pinAlertAddress('https://hooks.contoso.example/', [], answers(...addresses))).toBeUndefined();
  });

  test('whoever answers differently the second time is not asked a second time: the call goes where it was checked', async () => {
    let asked = 0;
    const rebinding = () => Promise.resolve([{ address: (asked += 1) === 1 ? '203.0.114.9' : '127.0.0.1' }]);
    const pinned = await pinAlertAddress('https://hooks.contoso.example/', [], rebinding);
    expect(pinned).toMatchObject({ address: '203.0.114.9', family: 4 });
    expect(asked).toBe(1);
  });

  test('what the deployment names may be private, and have its own port; its neighbours may not', async () => {
    const named = [`localhost:${port}`];
    const pinned = await pinAlertAddress(`https://localhost:${port}/alerts`, named, answers('127.0.0.1'));
    expect(pinned).toMatchObject({ address: '127.0.0.1' });
    expect(readAlertAddress(`https://localhost:${port + 1}/`, named)).toBeUndefined();
    expect(await pinAlertAddress('https://localhost/', named, answers('127.0.0.1'))).toBeUndefined();
  });

  test('the one socket that was opened is the one that was pinned: the trap counts', async () => {
    const before = connections;
    const to = { url: new URL(`https://hooks.contoso.example:${port}/`), address: '127.0.0.1', family: 4 } as const;
    expect(await postAlert(to, { headers: {}, body: '{}' })).toBeNull();
    expect(connections).toBe(before + 1);
  });
});
