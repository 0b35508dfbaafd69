import type { TimeCursor } from '../storage/page.ts';

const shape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([a-z]{3}_[0-9a-z]{26})$/;

/** A place in a list, as a client carries it from page to page. */
export const writeCursor = ({ at, id }: TimeCursor): string => Buffer.from(`${at}~${id}`).toString('base64url');

/** Undefined for anything that we did not write. */
export function readCursor(text: string): TimeCursor | undefined {
  const [, at, id] = shape.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
  return at === undefined || id === undefined ? undefined : { at, id };
}
