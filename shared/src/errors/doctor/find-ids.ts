import { aadstsFault } from '../aadsts/aadsts-faults.ts';
import { readTenantReference } from '../../customers/tenant-reference.ts';
import type { Found } from './found.ts';

type Ids = Pick<Found, 'correlationId' | 'requestId' | 'timestamp' | 'tenantId' | 'tenantDomain' | 'appId'>;
type Role = 'correlationId' | 'requestId' | 'tenantId' | 'appId' | 'skip';

const guid = /(?<![0-9a-f-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f-])/gi;
const mostGuids = 200;
const labelLength = 56;

/** What stands right before an id in Microsoft's addresses and fields. */
const fields: readonly (readonly [Role, RegExp])[] = [
  [
    'skip',
    /(?:object|principal|resource|ressource|recurso|risorsa|scope|device|user|subscription|group)[^a-z]{0,3}(?:id)?[^a-z]{0,6}$/i,
  ],
  ['appId', /(?:client_id|appid|\/appId\/)[^a-z]{0,4}$/i],
  [
    'tenantId',
    /(?:\/\/login\.[a-z.]{6,40}\/|\/\/(?:portal|entra)\.[a-z.]{6,30}\/|(?:tenant|tid|tenant_?id)["']?[=:]["']?\s{0,2})$/i,
  ],
  ['correlationId', /client-request-id[^a-z]{0,40}$/i],
];

/** What stands before an id in the languages of Microsoft's pages. Of several words, the nearest says what it is. */
const labels: readonly (readonly [Role, RegExp])[] = [
  ['correlationId', /[ck]orr?[eéè]l|相関|相关|關聯|корреляц|상관|ارتباط|מתאם/gi],
  [
    'requestId',
    /trace|request|requ[eê]te|demande|anforder|ablaufverf|anfrage|solicit|seguimiento|rastre|richiest|traccia|żąd|śled|istek|izleme|aanvra|要求|请求|跟踪|追跡|トレース|запрос|трассир|요청|추적|طلب|בקשה|spår|förfrågan/gi,
  ],
  [
    'tenantId',
    /tenant|mandant|director|verzeichnis|annuaire|r[eé]pertoire|locataire|inquilino|租户|租用戶|テナント|ディレクトリ|테넌트|арендат|каталог|kirac|katalog|مستأجر|דייר/gi,
  ],
  ['appId', /\bapp|applic|anwendung|aplic|应用|應用|アプリ|앱|прилож|uygulama|toepassing|تطبيق|client/gi],
];

const issuer = /sts\.(?:windows\.net|chinacloudapi\.cn)\/$/i;

/** The ids in a text that was unfolded, each by what stands before it. */
export function findIds(text: string, aadsts: readonly number[]): Ids {
  const found: { -readonly [Key in Exclude<Role, 'skip'>]: string | null } = {
    correlationId: null,
    requestId: null,
    tenantId: null,
    appId: null,
  };
  // Who signed in from another tenant is told from where: that is not the tenant that was asked.
  const isOutsider = aadsts.some((number) => aadstsFault(number)?.refusal === 'wrong_tenant');
  const nameless: string[] = [];
  let end = 0;
  let count = 0;
  for (const { 0: id, index } of text.matchAll(guid)) {
    if ((count += 1) > mostGuids) break;
    const role = roleOf(text.slice(Math.max(end, index - labelLength), index), isOutsider);
    end = index + id.length;
    if (role === undefined) nameless.push(id.toLowerCase());
    else if (role !== 'skip') found[role] ??= id.toLowerCase();
  }
  return { ...found, ...paired(found, nameless), timestamp: timestampIn(text), tenantDomain: domainIn(text) };
}

function roleOf(before: string, isOutsider: boolean): Role | undefined {
  const label = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('}')) + 1);
  if (issuer.test(label)) return isOutsider ? 'skip' : 'tenantId';
  const field = fields.find(([, shape]) => shape.test(label));
  if (field !== undefined) return field[0];
  const named = labels.map(([role, shape]) => ({ role, at: [...label.matchAll(shape)].at(-1)?.index ?? -1 }));
  const [nearest] = named.toSorted((one, other) => other.at - one.at);
  return nearest === undefined || nearest.at < 0 ? undefined : nearest.role;
}

/** On a page whose language we do not know, Microsoft's order is the same: the request, then the correlation. */
function paired(
  { correlationId, requestId }: { correlationId: string | null; requestId: string | null },
  nameless: readonly string[],
) {
  if (correlationId !== null || requestId !== null || nameless.length !== 2) return {};
  return { requestId: nameless[0] ?? null, correlationId: nameless[1] ?? null };
}

const moment = /(?<!\d)(20\d\d-[01]\d-[0-3]\d)[T ]([0-2]\d:[0-5]\d)(:[0-5]\d)?(?:[.,]\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?/;

/** Microsoft writes UTC, with a zone or without. */
function timestampIn(text: string): string | null {
  const [, date, minutes, seconds = ':00', zone = 'Z'] = moment.exec(text) ?? [];
  if (date === undefined) return null;
  const at = Date.parse(`${date}T${minutes}${seconds}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

const domainShapes = [
  /\/\/login\.(?:microsoftonline\.(?:com|us|de)|partner\.microsoftonline\.cn|windows\.net)\/([a-z0-9.-]{4,253})[/?#]/i,
  /\/\/(?:portal\.azure\.(?:com|us|cn)|entra\.microsoft\.(?:com|us))\/(?:#@)?([a-z0-9.-]{4,253})[/?#]/i,
  /domain_hint=([a-z0-9.-]{4,253})/i,
  /(?<![a-z0-9.-])([a-z0-9][a-z0-9-]{0,62}\.(?:partner\.)?onmicrosoft\.(?:com|us|cn|de))(?![a-z0-9.-])/i,
] as const;

function domainIn(text: string): string | null {
  for (const shape of domainShapes) {
    const [, candidate = ''] = shape.exec(text) ?? [];
    const reference = readTenantReference(candidate);
    if (reference.ok && reference.value.kind === 'domain') return reference.value.domain;
  }
  return null;
}
