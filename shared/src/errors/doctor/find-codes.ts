import { isKnownAadsts } from '../aadsts/aadsts-faults.ts';
import { graphFaults, type GraphCode } from '../graph-faults.ts';
import { oauthFaults, suberrors, type OAuthError } from '../oauth-faults.ts';
import type { TransportFault } from '../transport-faults.ts';
import type { Found } from './found.ts';

const plainly = /(?<![A-Za-z])AADSTS\s?[-:]?\s?(\d{4,8})(?!\d)/gi;
/** A number behind "error code" in some language, or in Microsoft's own fields. It counts where we know it. */
const behindCode =
  /(?:code|c[oó]d[a-z]*|k[oó]d|resulttype|errorno|код|コード|代码|代碼|코드|رمز|קוד)[a-z_]{0,12}["']?[^\d\n]{0,16}(\d{4,7})(?!\d)/gi;
const listed = /error_codes["']?\s{0,4}[:=]\s{0,4}\[([\d,\s]{1,80})\]/gi;
const mostNumbers = 8;

function aadstsNumbers(text: string): readonly number[] {
  const sure = [...text.matchAll(plainly)].map(([, digits]) => Number(digits));
  const inList = [...text.matchAll(listed)].flatMap(([, list = '']) => list.split(',').map(Number));
  const likely = [...text.matchAll(behindCode)].map(([, digits]) => Number(digits));
  return [...new Set([...sure, ...[...inList, ...likely].filter(isKnownAadsts)])].slice(0, mostNumbers);
}

const graphCodes = new Map(Object.keys(graphFaults).map((code) => [code.toLowerCase(), code as GraphCode]));
/** Words that others use as well: they count behind "code" alone. */
const ordinary =
  /^(?:accessdenied|forbidden|badrequest|invalidrequest|itemnotfound|resourcenotfound|toomanyrequests|unknownerror)$/;

const isOAuthError = (text: string): text is OAuthError => Object.hasOwn(oauthFaults, text);

const words = /[A-Za-z]\w{4,60}/g;

const networkWords: Readonly<Record<string, TransportFault>> = {
  ENOTFOUND: 'name_not_resolved',
  EAI_AGAIN: 'name_not_resolved',
  ERR_NAME_NOT_RESOLVED: 'name_not_resolved',
  ECONNREFUSED: 'connection_refused',
  ERR_CONNECTION_REFUSED: 'connection_refused',
  ECONNRESET: 'connection_reset',
  ERR_CONNECTION_RESET: 'connection_reset',
  ERR_CONNECTION_CLOSED: 'connection_reset',
  ETIMEDOUT: 'timed_out',
  ERR_CONNECTION_TIMED_OUT: 'timed_out',
  UND_ERR_CONNECT_TIMEOUT: 'timed_out',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate_unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate_unknown',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate_unknown',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate_unknown',
  ERR_CERT_AUTHORITY_INVALID: 'certificate_unknown',
  ERR_CERT_COMMON_NAME_INVALID: 'certificate_unknown',
  CERT_HAS_EXPIRED: 'certificate_expired',
  CERT_NOT_YET_VALID: 'certificate_expired',
  ERR_CERT_DATE_INVALID: 'certificate_expired',
  ERR_TUNNEL_CONNECTION_FAILED: 'proxy_sign_in',
  ERR_PROXY_CONNECTION_FAILED: 'proxy_sign_in',
  ERR_BLOCKED_BY_CLIENT: 'blocked_in_browser',
  ERR_INTERNET_DISCONNECTED: 'offline',
  ENETUNREACH: 'offline',
};

const htmlInJson = /Unexpected token ['"]?<|<!doctype html[^>]{0,80}>\s{0,20}is not valid JSON/i;

const statusShape =
  /(?:\bHTTP\/\d(?:\.\d)?\s{1,4}|status(?:\s?code)?["']?\s{0,4}[:=]?\s{0,4}["']?|\()([45]\d\d)(?!\d)|(?<!\d)([45]\d\d)\s{1,4}(?:\(?[A-Z][a-z]+ ?[A-Z]?[a-z]*\)?)/g;
const suberrorShape = /suberror["']?\s{0,4}[:=]\s{0,4}["']?([a-z_]{3,40})/i;

/** The codes in a text that was unfolded. Only names of closed lists and numbers come out. */
export function findCodes(
  text: string,
): Pick<Found, 'aadsts' | 'graph' | 'oauthError' | 'suberror' | 'transport' | 'status'> {
  let graph: GraphCode | null = null;
  let oauthError: OAuthError | null = null;
  let transport: TransportFault | null = htmlInJson.test(text) ? 'page_in_place_of_answer' : null;
  for (const { 0: word, index } of text.matchAll(words)) {
    if (oauthError === null && isOAuthError(word) && !isBehind(text, index, 'suberror')) oauthError = word;
    if (transport === null && Object.hasOwn(networkWords, word)) transport = networkWords[word] ?? null;
    const lower = word.toLowerCase();
    if (graph === null && graphCodes.has(lower) && (!ordinary.test(lower) || isBehind(text, index, 'code')))
      graph = graphCodes.get(lower) ?? null;
  }
  const suberror = suberrors.find((name) => name === suberrorShape.exec(text)?.[1]) ?? null;
  return { aadsts: aadstsNumbers(text), graph, oauthError, suberror, transport, status: statusIn(text) };
}

/** Whether the name of a field stands right before a place. */
const isBehind = (text: string, index: number, name: string): boolean =>
  new RegExp(`${name}["']?\\s{0,4}[:=]\\s{0,4}["']?$`, 'i').test(text.slice(Math.max(0, index - 24), index));

function statusIn(text: string): number | null {
  for (const [, labelled, spoken] of text.matchAll(statusShape)) return Number(labelled ?? spoken);
  return null;
}
