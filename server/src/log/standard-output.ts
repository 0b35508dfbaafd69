import type { DestinationStream } from 'pino';

/**
 * Standard output as the place to log to. Once nobody reads it any more, lines go nowhere and the process goes on and ends as
 * ever: pino's own destination tries each line again for ever, and so never lets the process end.
 */
export function standardOutput(stream: NodeJS.WritableStream = process.stdout): DestinationStream {
  let isRead = true;
  stream.on('error', () => (isRead = false));
  return {
    write(line) {
      if (isRead) stream.write(line);
    },
  };
}
