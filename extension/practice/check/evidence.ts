import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the walk claims of one step. */
export interface Claim {
  readonly step: number;
  readonly audit: number;
  readonly action: string;
  readonly upstream: string;
  readonly tenantId: string;
  readonly account?: string;
  readonly permissions?: readonly string[];
}

export interface Evidence {
  readonly situation: string;
  readonly method: string;
  readonly lie: string | null;
  readonly outcome: string;
  readonly tenantId: string;
  readonly database: string;
  readonly requestLog: string;
  readonly steps: readonly Claim[];
  /** Where the walk stopped, and why; null where it came to its end. */
  readonly stopped: { readonly step: number; readonly why: string } | null;
}

/** What a walk claims; undefined where it left nothing, or nothing that is whole. */
export function readEvidence(folder: string): Evidence | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8')) as Evidence;
  } catch {
    return undefined;
  }
}
