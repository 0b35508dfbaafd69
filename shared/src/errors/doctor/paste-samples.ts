import type { Found } from './found.ts';

/** A paste as people send it, and what is in it. */
export interface PasteSample {
  readonly name: string;
  readonly text: string;
  readonly found: Partial<Found>;
  /** `source key` of the diagnosis. */
  readonly diagnosis: string | null;
}

const contoso = '6f1c2a90-4b7e-4d11-9a52-000000000001';
const app = '9b2f7c1e-3d44-4c0a-8f6e-51a7d3c2b001';
const correlation = '2d9a4c57-8e10-4b6f-a3d2-7c5e9f01b246';
const request = 'c41b7e02-95ad-4f38-b6c9-1e8d50a72300';

/** What customers and colleagues really send: a page in German, a mail, the output of a shell, an address, a line of a log, a page in Japanese. */
export const pasteSamples: readonly PasteSample[] = [
  {
    name: 'a page in German',
    text: `Administratorgenehmigung erforderlich
Latchkey Voice
Diese App benötigt Berechtigungen für den Zugriff auf Ressourcen in Ihrer Organisation, die nur ein Administrator erteilen kann.

Problembehandlungsdetails
Request Id: ${request}
Korrelations-ID: ${correlation}
Zeitstempel: 2026-11-25T08:41:07Z
Meldung: AADSTS90094: Für die Erteilung ist die Einwilligung eines Administrators erforderlich.`,
    found: {
      aadsts: [90094],
      correlationId: correlation,
      requestId: request,
      timestamp: '2026-11-25T08:41:07.000Z',
    },
    diagnosis: 'aadsts 90094',
  },
  {
    name: 'a mail',
    text: `From: Lena Roth <lena.roth@fabrikam.onmicrosoft.com>\r
Subject: Re: your link does not work\r
Content-Transfer-Encoding: quoted-printable\r
\r
Hello, it says:\r
\r
> Sorry, but we=E2=80=99re having trouble signing you in.\r
> AADSTS50105: Your administrator has configured the application Latchkey Voi=\r
ce ('${app.slice(0, 20)}=\r
${app.slice(20)}') to block users unless they are specifically granted access.\r
> Trace ID: ${request}\r
> Correlation ID: ${correlation.slice(0, 9)}=\r
${correlation.slice(9)}\r
> Timestamp: 2026-11-25 09:12:44Z\r
> <a href=3D"https://login.microsoftonline.com/fabrikam.example/oauth2/v2.0/a=\r
uthorize">try again</a>`,
    found: {
      aadsts: [50105],
      correlationId: correlation,
      requestId: request,
      timestamp: '2026-11-25T09:12:44.000Z',
      tenantDomain: 'fabrikam.example',
      appId: app,
    },
    diagnosis: 'aadsts 50105',
  },
  {
    name: 'the output of a shell',
    text: `PS C:\\> Get-MgServicePrincipal -Filter "appId eq '${app}'"
Get-MgServicePrincipal : Insufficient privileges to complete the operation.
Status: 403 (Forbidden)
ErrorCode: Authorization_RequestDenied
Date: 2026-11-25T10:02:11
Headers:
request-id                    : ${request}
client-request-id             : ${correlation}
x-ms-ags-diagnostic           : {"ServerInfo":{"DataCenter":"Germany West Central","Slice":"E"}}`,
    found: {
      graph: 'Authorization_RequestDenied',
      status: 403,
      correlationId: correlation,
      requestId: request,
      timestamp: '2026-11-25T10:02:11.000Z',
      appId: app,
    },
    diagnosis: 'graph Authorization_RequestDenied',
  },
  {
    name: 'an address',
    text: `https://latchkey.northwindvoice.example/consent/callback?error=access_denied&error_subcode=cancel&error_description=AADSTS65004%3a+User+declined+to+consent+to+access+the+app.%0d%0aTrace+ID%3a+${request}%0d%0aCorrelation+ID%3a+${correlation}%0d%0aTimestamp%3a+2026-11-25+10%3a15%3a00Z&error_uri=https%3a%2f%2flogin.microsoftonline.com%2ferror%3fcode%3d65004&state=Zk3v9QpW1sXo`,
    found: {
      aadsts: [65004],
      oauthError: 'access_denied',
      correlationId: correlation,
      requestId: request,
      timestamp: '2026-11-25T10:15:00.000Z',
    },
    diagnosis: 'aadsts 65004',
  },
  {
    name: 'a line of a log',
    text: `2026-11-25T11:30:02.118Z ERROR token refresh failed tenant=${contoso} {"error":"invalid_grant","error_description":"AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.\\r\\nTrace ID: ${request}\\r\\nCorrelation ID: ${correlation}\\r\\nTimestamp: 2026-11-25 11:30:02Z","error_codes":[53003],"suberror":"message_only","trace_id":"${request}","correlation_id":"${correlation}"}`,
    found: {
      aadsts: [53003],
      oauthError: 'invalid_grant',
      suberror: 'message_only',
      tenantId: contoso,
      correlationId: correlation,
      requestId: request,
      timestamp: '2026-11-25T11:30:02.000Z',
    },
    diagnosis: 'aadsts 53003',
  },
  {
    name: 'a page in Japanese',
    text: `現在、これにアクセスする権限がありません
サインインは正常に完了しましたが、このリソースにアクセスするための条件を満たしていません。
エラー コード: 53000
要求 ID: ${request}
相関 ID: ${correlation}
タイムスタンプ: 2026-11-25T12:00:59Z
アプリ名: Latchkey Voice
アプリ ID: ${app}`,
    found: {
      aadsts: [53000],
      correlationId: correlation,
      requestId: request,
      timestamp: '2026-11-25T12:00:59.000Z',
      appId: app,
    },
    diagnosis: 'aadsts 53000',
  },
  {
    name: 'a page in a language that we do not know',
    text: `Kuna wandatshira AADSTS50020\n${request}\n${correlation}\n2026-11-25T12:10:00Z`,
    found: { aadsts: [50020], correlationId: correlation, requestId: request, timestamp: '2026-11-25T12:10:00.000Z' },
    diagnosis: 'aadsts 50020',
  },
  {
    name: 'another tenant’s account',
    text: `AADSTS50020: User account '{EUII Hidden}' from identity provider 'https://sts.windows.net/0b7e1f55-aaaa-4c1d-8e2f-000000000077/' does not exist in tenant 'Contoso' and cannot access the application '${app}'(Latchkey Voice) in that tenant. Trace ID: ${request} Correlation ID: ${correlation} Timestamp: 2026-11-25 12:20:00Z`,
    found: { aadsts: [50020], tenantId: null, appId: app, correlationId: correlation, requestId: request },
    diagnosis: 'aadsts 50020',
  },
  {
    name: 'an app that is not there',
    text: `AADSTS700016: Application with identifier '${app}' was not found in the directory '${contoso}'. This can happen if the application has not been installed by the administrator of the tenant.`,
    found: { aadsts: [700016], tenantId: contoso, appId: app },
    diagnosis: 'aadsts 700016',
  },
  {
    name: 'a wrong password',
    text: `AADSTS50126: Error validating credentials due to invalid username or password. Trace ID: ${request} Correlation ID: ${correlation} Timestamp: 2026-11-25 12:20:00Z`,
    found: { aadsts: [50126], correlationId: correlation, requestId: request },
    diagnosis: 'aadsts 50126',
  },
  {
    name: 'Microsoft’s own page of errors',
    text: 'https://login.microsoftonline.com/error?code=50011',
    found: { aadsts: [50011] },
    diagnosis: 'aadsts 50011',
  },
  {
    name: 'Graph’s answer',
    text: `HTTP/1.1 429 Too Many Requests\n\n{"error":{"code":"TooManyRequests","message":"Please try again later","innerError":{"date":"2026-11-25T12:30:00","request-id":"${request}","client-request-id":"${correlation}"}}}`,
    found: { graph: 'TooManyRequests', status: 429, requestId: request, correlationId: correlation },
    diagnosis: 'graph TooManyRequests',
  },
  {
    name: 'a broken line',
    text: 'TypeError: fetch failed [cause]: Error: getaddrinfo ENOTFOUND login.microsoftonline.com',
    found: { transport: 'name_not_resolved', aadsts: [] },
    diagnosis: 'transport name_not_resolved',
  },
  {
    name: 'a number that we do not know',
    text: `AADSTS99999123: something new. Correlation ID: ${correlation}`,
    found: { aadsts: [99999123], correlationId: correlation },
    diagnosis: 'unknown 99999123',
  },
  {
    name: 'good news',
    text: `https://latchkey.northwindvoice.example/consent/admin-callback?admin_consent=True&tenant=${contoso}&scope=https%3a%2f%2fgraph.microsoft.com%2f.default`,
    found: { aadsts: [], tenantId: contoso, oauthError: null, graph: null },
    diagnosis: null,
  },
];
