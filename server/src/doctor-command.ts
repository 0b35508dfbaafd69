import { runDoctor } from './doctor.ts';

process.exitCode = await runDoctor(process.argv.slice(2), {
  environment: process.env,
  write: (text) => void process.stdout.write(text),
  now: () => new Date(),
});
