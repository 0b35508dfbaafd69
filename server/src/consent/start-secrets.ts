import * as z from 'zod/mini';
import { Secret } from '../sealing/secret.ts';
import type { Sealed, Sealer } from '../sealing/sealer.ts';

/** What only our server may know of a start until Microsoft answers. */
const StartSecrets = z.strictObject({ nonce: z.string(), verifier: z.string() });
export type StartSecrets = z.infer<typeof StartSecrets>;

const owner = (startId: string): string => `consent-start:${startId}`;

export const sealStart = (sealer: Sealer, startId: string, secrets: StartSecrets): Promise<Sealed> =>
  sealer.seal(new Secret(JSON.stringify(secrets)), owner(startId));

export async function openStart(sealer: Sealer, startId: string, sealed: Sealed): Promise<StartSecrets> {
  return StartSecrets.parse(JSON.parse((await sealer.open(sealed, owner(startId))).reveal()));
}
