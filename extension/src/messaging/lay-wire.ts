import { keepPort } from './keep-port.ts';

interface Needs {
  /** Whether this frame keeps the worker alive. */
  readonly beats: boolean;
  /** Look again: something has changed, or the worker is another one. */
  readonly onRing: () => void;
  /** The extension that this script belongs to is gone. */
  readonly onOrphaned: () => void;
  readonly signal: AbortSignal;
}

/** Lays a wire to the background, from a frame of somebody else's page, until `signal` aborts. */
export const layWire = ({ onRing, ...needs }: Needs): void =>
  keepPort({ ...needs, name: 'guide', onOpen: onRing, onMessage: onRing });
