import { chmodSync, openSync, writeSync, fsyncSync, closeSync } from 'node:fs';
import { Command } from 'commander';
import { deployment } from '@latchkey/shared/words/en/deployment';
import { fill } from '@latchkey/shared/words/fill';
import { makeKeyRing } from './sealing/make-key-ring.ts';

const program = new Command('keys').description(deployment.keys.about);

program
  .command('init')
  .argument('<file>')
  .description(deployment.keys.init)
  .action((file: string) => {
    try {
      writeOnce(file, `${JSON.stringify(makeKeyRing(new Date()), null, 2)}\n`);
    } catch (error) {
      const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      program.error(fill(exists ? deployment.keys.exists : deployment.keys.unwritable, { file }));
    }
    process.stdout.write(`${fill(deployment.keys.written, { file })}\n`);
  });

/** An existing ring is never overwritten: what it sealed would be lost. */
function writeOnce(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  writeSync(descriptor, text);
  fsyncSync(descriptor);
  closeSync(descriptor);
  chmodSync(file, 0o400);
}

program.parse();
