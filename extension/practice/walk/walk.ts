import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from '../options.ts';
import { places } from '../places.ts';
import type { Stage } from '../stage/stage.ts';
import { AuditReader } from './audit-reader.ts';
import { whereItStopped } from './outcome.ts';
import { NotProved, proofLine, type Proof } from './proof.ts';
import { writeReport } from './report.ts';
import { openScene, type Scene } from './scene.ts';
import { turnOn } from './steps/password/turn-on.ts';
import { stepsOf } from './steps/steps.ts';

const exitCodes = { allProved: 0, situationEnded: 2, notAllProved: 3 } as const;

/** Acts out the manual's nine steps and prints each with its proof. Gives the exit code. */
export async function walk(stage: Stage, options: Options): Promise<number> {
  mkdirSync(join(places.walk, 'screenshots'), { recursive: true });
  const audit = new AuditReader(stage.api.database);
  const scene = await openScene(stage, audit);
  const proofs: Proof[] = [];
  if (options.method !== 'invitation-link') await turnOn(scene, options.method);
  const stop = await carryOut(scene, options, proofs);
  const outcome = whereItStopped(scene, options, proofs.length, stop);
  console.log(outcome.line);
  writeReport({ stage, options, proofs, outcome: outcome.line, stop });
  audit.close();
  return exitCodes[outcome.kind];
}

/** Step by step, until one cannot be proved. */
async function carryOut(scene: Scene, { method }: Options, proofs: Proof[]): Promise<NotProved | undefined> {
  for (const [index, carryOutStep] of stepsOf(method).entries()) {
    try {
      const proof = await carryOutStep(scene);
      proofs.push(proof);
      console.log(proofLine(proof));
    } catch (error) {
      await scene.photographAll(`step-${index + 1}-not-proved`);
      if (!(error instanceof NotProved)) throw error;
      console.log(`step ${error.step}: not proved: ${error.message}`);
      return error;
    }
  }
  return undefined;
}
