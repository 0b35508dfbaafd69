import type { Line } from '../line.ts';

/** What a server asked Microsoft, request by request at the practice tenant's sockets; whatever a browser asked there is not among it. */
export async function trips(line: Pick<Line, 'requests'>): Promise<readonly string[]> {
  const requests = await line.requests();
  return requests.flatMap(({ path, grantType, batch }) => {
    if (grantType !== undefined) return [`token (${grantType})`];
    if (path.startsWith('/Skype.')) return ['teams administration'];
    return path.startsWith('/v1.0/') ? [batch === undefined ? path : `$batch of ${batch.length} reads`] : [];
  });
}
