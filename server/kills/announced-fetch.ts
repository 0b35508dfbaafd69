import { reach } from './points.ts';

/** Microsoft as it is, with a point before each question and one after its answer, which by then has happened over there. */
export const announcedFetch: typeof globalThis.fetch = async (input, init) => {
  const name = nameOf(new URL(input instanceof Request ? input.url : String(input)), init?.body);
  await reach(`before the call for ${name}`);
  const answer = await fetch(input, init);
  const body = await answer.arrayBuffer();
  await reach(`after the call for ${name}`);
  const { status, statusText, headers } = answer;
  return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
};

function nameOf({ pathname }: URL, body: unknown): string {
  const last = pathname.split('/').at(-1) ?? '';
  if (last !== 'token') return last;
  const text = typeof body === 'string' ? body : body instanceof Uint8Array ? Buffer.from(body).toString() : '';
  return `a token by ${new URLSearchParams(text).get('grant_type') ?? 'nothing'}`;
}
