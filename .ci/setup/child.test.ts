import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const child = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'child.mjs')).href);
/** Says when it is there, and by what it was ended. */
const program = `
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => { console.log('told ' + signal); process.exit(3); });
  setInterval(() => undefined, 1000);
  console.log('ready');`;
const runner = `
  const { run } = await import(${child});
  process.exitCode = await run(process.execPath, ['--eval', ${JSON.stringify(program)}], {});
  console.log('ended with ' + process.exitCode);`;

/** Runs it below a shell, as npm does; what was printed in the end, once everything that could print is gone. */
function belowAShell(whenReady: (shell: number, runner: number) => void): Promise<string> {
  const shell = spawn(
    'sh',
    ['-c', '"$0" --input-type=module --eval "$1" & echo "runner $!"; wait $!', process.execPath, runner],
    {
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let printed = '';
  let told = false;
  shell.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    if (told || !printed.includes('ready')) return;
    told = true;
    whenReady(shell.pid ?? 0, Number(/runner (\d+)/.exec(printed)?.[1]));
  });
  return new Promise((resolve) => shell.stdout.once('close', () => resolve(printed)));
}

test('when npm’s shell is gone, what runs is told to end', async () => {
  const printed = await belowAShell((shell) => process.kill(shell, 'SIGKILL'));
  expect(printed).toContain('told SIGTERM');
  expect(printed).toContain('ended with 3');
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s is passed on, and the exit code comes back', async (signal) => {
  const printed = await belowAShell((_shell, id) => process.kill(id, signal));
  expect(printed).toContain(`told ${signal}`);
  expect(printed).toContain('ended with 3');
});
