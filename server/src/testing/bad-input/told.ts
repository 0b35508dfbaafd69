/** What an answer says to whoever reads it: a problem's fields, or a page's heading and its visible text. */
export interface Told {
  readonly status: number;
  readonly code: string | null;
  readonly title: string | null;
  /** Everything in which the next step may stand. */
  readonly text: string;
}

export async function told(response: Response): Promise<Told> {
  const type = response.headers.get('content-type') ?? '';
  const body = await response.text();
  const { status } = response;
  if (type.startsWith('application/problem+json')) {
    const { code, title, nextStep } = JSON.parse(body) as { code: string; title: string; nextStep: string };
    return { status, code, title, text: nextStep };
  }
  const verdict = type.startsWith('application/json') ? verdictIn(body) : null;
  if (verdict !== null) return { status, code: null, title: verdict, text: verdict };
  if (!type.startsWith('text/html')) return { status, code: null, title: null, text: '' };
  const [, heading = ''] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(body) ?? [];
  return { status, code: null, title: visible(heading), text: visible(body) };
}

/** A validation says its verdict. */
const verdictIn = (body: string): string | null =>
  (JSON.parse(body) as { verdict?: { verdict?: string } }).verdict?.verdict ?? null;

const visible = (html: string): string =>
  html
    .replaceAll(/<head>[\s\S]*?<\/head>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#39;', '’')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
