import type { Method } from './walker.ts';

const phases = (...names: readonly string[]): readonly RegExp[] => names.map((name) => new RegExp(`^${name} · `));

/**
 * Phase and point of what a line walks that another has not walked before it: nobody needs to die twice at the same point. At each of
 * these patterns somebody dies, or the run is none.
 */
const ownPoints: Readonly<Record<Method, readonly RegExp[]>> = {
  'invitation-link': [/^/],
  'known-password': [/^/],
  'service-account': phases('ask', 'await', 'seen', 'callback'),
  mailed: phases('mail', 'mail again', 'renew', 'remind', 'mailed', 'cancel'),
  expired: [
    // That a mail was not taken, and how often; who claims and sends one dies in the line before.
    /^refused · .* invitation\.mail_failed$/,
    /^refused again · .* due, tries of invitation_mails$/,
    /^remind by itself · .* invitation\.mail_queued$/,
    /^remind by itself · .* invitation\.mailed$/,
    ...phases('run out', 'ask'),
    /^renew what ran out · .* invitation\.renewed/,
  ],
  'approved-again': phases('callback', 'approve', 'approved'),
  // Of a row that is begun and given up: after each of its commits, and at those of the end. The rest is how rows are worked off.
  listed: [
    ...phases('confirm', 'work off', 'leave'),
    /^begin · after the commit/,
    /^give up · .* invitation_import\.cancelled$/,
  ],
  adopted: phases('confirm', 'work off'),
};

/** The points at which a line is killed, as they come by. */
export interface OwnPoints {
  meets(phase: string, point: string): boolean;
  /** What is told of each pattern that no point has met: a phase may have another name by now. */
  unmet(): readonly string[];
}

export function ownPointsOf(method: Method): OwnPoints {
  const patterns = ownPoints[method];
  const met = new Set<RegExp>();
  return {
    meets(phase, point) {
      const now = patterns.filter((pattern) => pattern.test(`${phase} · ${point}`));
      for (const pattern of now) met.add(pattern);
      return now.length > 0;
    },
    unmet: () =>
      patterns
        .filter((pattern) => !met.has(pattern))
        .map((pattern) => `the line "${method}" came past no point like ${pattern.source}: was a phase renamed?`),
  };
}
