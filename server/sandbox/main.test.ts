import { CloudsFile } from '@latchkey/shared/clouds/cloud';
import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ArgumentMistake, readArguments } from './arguments.ts';
import { startPracticeTenant, type Ready } from './practice-tenant.ts';
import { temporaryFolder } from './testing/practice.ts';

function run(...args: readonly string[]) {
  const child = spawn(process.execPath, [new URL('main.ts', import.meta.url).pathname, ...args]);
  onTestFinished(() => void child.kill());
  return child;
}

async function started(...args: readonly string[]) {
  const child = run(...args);
  const lines: string[] = [];
  const reader = createInterface(child.stdout).on('line', (line) => lines.push(line));
  await once(reader, 'line');
  return { child, lines, ready: JSON.parse(lines[0]!) as Ready };
}

/** A request over TLS by host name, as a browser with a resolver rule makes it. */
function overTls(port: number, host: string, path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, servername: host, headers: { host }, rejectUnauthorized: false };
    request(options, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

describe('the practice tenant as a process', () => {
  test('says where it is on one line, has written its files by then, and stops when told', async () => {
    const dir = temporaryFolder();
    const { child, lines, ready } = await started('--dir', dir, '--seed', '7', '--extension-id', 'p'.repeat(32));
    expect(ready).toMatchObject({
      ready: true,
      login: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      spki: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      hosts: [
        ...['login.microsoftonline.com', 'portal.azure.com', 'entra.microsoft.com'],
        ...['sandbox-1.reactblade.portal.azure.net', 'sandbox-2.reactblade.portal.azure.net'],
        ...['main.iam.ad.ext.azure.com', 'graph.microsoft.com', 'api.interfaces.records.teams.microsoft.com'],
        ...['console.northwindvoice.example', 'mailbox.northwindvoice.example'],
      ],
      cloudsFile: `${dir}/clouds.json`,
      consoleFile: `${dir}/provider-console.json`,
      consoleHost: 'console.northwindvoice.example',
      smtp: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
      mailHost: 'mailbox.northwindvoice.example',
      situationFile: `${dir}/situation.json`,
      requestLog: `${dir}/requests.jsonl`,
    });
    const clouds = CloudsFile.parse(JSON.parse(readFileSync(ready.cloudsFile, 'utf8')));
    expect(clouds.clouds[0]).toMatchObject({
      key: 'practice',
      login: { browser: 'https://login.microsoftonline.com', server: ready.login },
      graph: { browser: 'https://graph.microsoft.com', server: ready.graph },
    });
    expect(statSync(`${dir}/consent-client-secret`).mode & 0o777).toBe(0o400);
    expect(readFileSync(ready.situationFile, 'utf8')).toContain(`https://${'p'.repeat(32)}.chromiumapp.org/`);

    const configuration = '/contoso.com/v2.0/.well-known/openid-configuration';
    expect(await overTls(ready.tlsPort, 'login.microsoftonline.com', configuration)).toMatchObject({ status: 200 });
    expect((await overTls(ready.tlsPort, 'portal.azure.com', '/')).text).toContain('nothing here is Microsoft');
    expect(await overTls(ready.tlsPort, 'graph.microsoft.com', '/v1.0/me')).toMatchObject({ status: 401 });
    expect(await overTls(ready.tlsPort, 'somebody.example', '/')).toMatchObject({ status: 421 });

    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
  });

  test('two starts in one folder leave the same truth, and begin a new log', async () => {
    const dir = temporaryFolder();
    const truth = async () => {
      const { ready, stop } = await startPracticeTenant(readArguments(['--dir', dir, '--seed', '7']));
      await fetch(`${ready.login}/contoso.com/v2.0/.well-known/openid-configuration`);
      const read = {
        situation: readFileSync(ready.situationFile, 'utf8'),
        log: readFileSync(ready.requestLog, 'utf8'),
      };
      await stop();
      return read;
    };
    const [first, second] = [await truth(), await truth()];
    expect(second.situation).toBe(first.situation);
    expect(second.log.trim().split('\n')).toHaveLength(1);
  });

  test('told to start in a way that it does not know, ends with a sentence', async () => {
    const child = run('--seed', '7');
    let said = '';
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(2);
    expect(said).toContain('--dir wants the folder');
  });

  test.each([
    [['--dir', 'x', '--situation', 'nowhere'], '--situation is one of contoso-happy'],
    [['--dir', 'x', '--lie', 'everything'], '--lie is one of no-grants'],
    [['--dir', 'x', '--seed', 'seven'], '--seed wants a whole number'],
  ])('%j is such a way', (args, sentence) => {
    const read = () => readArguments(args);
    expect(read).toThrow(ArgumentMistake);
    expect(read).toThrow(sentence);
  });
});
