import { NoAnswer, type CloudFetch } from './cloud-fetch.ts';

/** Asks Microsoft's sign-in host what it tells anybody; undefined where nothing came back. */
export async function askLogin(fetch: CloudFetch, address: string): Promise<Response | undefined> {
  try {
    return await fetch(address, { headers: { accept: 'application/json' } });
  } catch (error) {
    if (error instanceof NoAnswer) return undefined;
    throw error;
  }
}
