import { ArgumentMistake, readArguments } from './arguments.ts';
import { startPracticeTenant } from './practice-tenant.ts';

/** Starts the practice tenant, says on one line where it is, and runs until it is told to stop. */
try {
  const tenant = await startPracticeTenant(readArguments(process.argv.slice(2)));
  process.stdout.write(`${JSON.stringify(tenant.ready)}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void tenant.stop().then(() => process.exit(0)));
} catch (problem) {
  const mistake = problem instanceof ArgumentMistake || (problem as { code?: unknown }).code !== undefined;
  process.stderr.write(
    `The practice tenant could not start: ${mistake ? (problem as Error).message : String(problem)}\n`,
  );
  process.exit(2);
}
