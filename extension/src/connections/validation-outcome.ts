import type { ValidationView } from '@latchkey/shared/api/connections';
import type { ClientError } from '../server-api/client-error.ts';

/** What a press on Validate Authentication came to: a verdict, or that it did not take place. */
export type ValidationOutcome =
  | { readonly kind: 'validated'; readonly customer: string; readonly validation: ValidationView }
  | { readonly kind: 'not-validated'; readonly error: ClientError }
  | { readonly kind: 'elsewhere' };
