import type { Change } from '@latchkey/shared/api/changes';

/** What the background says to a page of ours that follows its change stream. */
export type FeedLine = { readonly change: Change } | { readonly state: 'connecting' | 'live' | 'waiting' | 'ended' };

/** A page of ours that is told of changes. */
export interface FeedFollower {
  /** The newest sequence that it knows. */
  readonly after: number;
  readonly onChange: (change: Change) => void;
  readonly onState: (state: Extract<FeedLine, { readonly state: unknown }>['state']) => void;
  readonly signal: AbortSignal;
}
