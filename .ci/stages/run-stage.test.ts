import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../root.ts';
import { runStage } from './run-stage.ts';

const reporter = JSON.stringify(join(import.meta.dirname, 'tally-reporter.ts'));
const files: Record<string, string> = {
  'package.json': '{ "type": "module" }',
  'vitest.config.ts': [
    `import { TallyReporter } from ${reporter};`,
    "const project = (name) => ({ test: { name, include: [name + '/*.test.ts'] } });",
    "export default { test: { reporters: ['default', new TallyReporter()], projects: ['sound', 'ill', 'empty'].map(project) } };",
  ].join('\n'),
  'sound/a.test.ts': [
    "import { expect, test } from 'vitest';",
    "test('holds', () => expect(1).toBe(1));",
    "test('waits', (context) => context.skip('needs a smart card'));",
  ].join('\n'),
  'ill/b.test.ts': [
    "import { expect, test } from 'vitest';",
    "test('holds', () => expect(1).toBe(1));",
    "test('counts', () => expect(1).toBe(2));",
    "test.skip('was forgotten', () => {});",
  ].join('\n'),
  'ill/c.test.ts': "throw new Error('on the way in');\n",
};

let fixture: string;
beforeAll(() => {
  fixture = realpathSync(mkdtempSync(join(tmpdir(), 'latchkey-stages-')));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(fixture, name, '..'), { recursive: true });
    writeFileSync(join(fixture, name), content);
  }
  mkdirSync(join(fixture, 'node_modules'));
  symlinkSync(realpathSync(join(root, 'node_modules', 'vitest')), join(fixture, 'node_modules', 'vitest'));
});
afterAll(() => rmSync(fixture, { recursive: true, force: true }));

const run = (project: string) => runStage({ name: 'unit', after: [], projects: [project] }, 7, fixture);

test('each test counts, and a skipped one is named with its reason', async () => {
  const { passed, failed, skipped } = await run('sound');
  expect({ passed, failed }).toEqual({ passed: 1, failed: [] });
  expect(skipped).toEqual([{ name: expect.stringMatching(/a\.test\.ts › waits$/), reason: 'needs a smart card' }]);
});

test('a failed test, a file that breaks and a skip without a reason are failures, each by its name', async () => {
  const { passed, failed, output } = await run('ill');
  expect(passed).toBe(1);
  expect(failed).toEqual([
    expect.stringMatching(/b\.test\.ts › counts$/),
    expect.stringMatching(/c\.test\.ts \(the file itself\)$/),
    expect.stringMatching(/b\.test\.ts › was forgotten \(skipped without a reason/),
  ]);
  expect(output).toContain('on the way in');
});

test('a project without a test has failed', async () => {
  expect(await run('empty')).toMatchObject({ passed: 0, failed: ['vitest ended with 1'] });
});

test('a stage of commands is one check, and all of them are run although the first fails', async () => {
  const script = (text: string) => ['--eval', text];
  const commands = [script("console.log('one'); process.exit(1)"), script("console.log('two')")];
  const outcome = await runStage({ name: 'types', after: [], commands }, 7, fixture);
  expect(outcome).toMatchObject({ passed: 0, failed: ['types'], output: 'one\ntwo\n' });
});
