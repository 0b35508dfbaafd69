/** One server-sent event. */
export interface ServerEvent {
  readonly id: string | null;
  readonly data: string;
}

/**
 * Takes a stream apart into events, whatever the pieces that the network cuts it into. Comments (the heartbeat) give nothing.
 * Known from: html.spec.whatwg.org, server-sent events, interpreting an event stream.
 */
export function createEventReader(onEvent: (event: ServerEvent) => void): (text: string) => void {
  let rest = '';
  let id: string | null = null;
  let data: string[] = [];

  function take(line: string): void {
    if (line === '') {
      if (data.length > 0) onEvent({ id, data: data.join('\n') });
      data = [];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'id') id = value;
    if (field === 'data') data.push(value);
  }

  return (text) => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  };
}
