import type { Configuration } from '@latchkey/shared/api/configuration';
import type { WindowEnding } from '../session/sign-in-window.ts';

/** Why Microsoft gave no token. */
export interface SignInRefusal {
  readonly why: 'closed' | 'not_shown' | 'refused' | 'unreachable';
  /** Microsoft's own code, for the administrator. */
  readonly code: string | null;
}

export type SignInOutcome =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly error: SignInRefusal };

interface Needs {
  readonly signIn: Configuration['signIn'];
  readonly redirectUri: string;
  /** Opens Microsoft's page in a window of its own. */
  readonly openWindow: (url: string) => Promise<WindowEnding>;
}

/**
 * Signs an operator in with msal-browser, by the one pattern that works in an extension: MSAL prepares the address, the browser
 * opens it in a window of its own, MSAL reads what came back. Gives the access token for our API, and keeps nothing.
 */
export async function signInAtMicrosoft({ signIn, redirectUri, openWindow }: Needs): Promise<SignInOutcome> {
  // Loaded here and on no other page: it is larger than all the rest of the extension.
  const { PublicClientApplication } = await import('@azure/msal-browser');
  let prepared: string | undefined;
  const application = new PublicClientApplication({
    auth: {
      clientId: signIn.clientId,
      authority: signIn.authority,
      redirectUri,
      onRedirectNavigate: (url) => {
        prepared = url;
        return false;
      },
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
  try {
    await application.initialize();
    // A window that was closed half-way leaves "interaction in progress" behind; this clears it.
    await application.handleRedirectPromise();
    await application.loginRedirect({ scopes: [signIn.scope], prompt: 'select_account' });
    if (prepared === undefined) return refused('unreachable', null);
    const ending = await openWindow(prepared);
    if (typeof ending === 'string') return refused(ending, null);
    const answer = await application.handleRedirectPromise({
      hash: new URL(ending.address).hash,
      navigateToLoginRequestUrl: false,
    });
    return answer === null ? refused('refused', null) : { ok: true, token: answer.accessToken };
  } catch (error) {
    return readRefusal(error);
  }
}

const refused = (why: SignInRefusal['why'], code: string | null): SignInOutcome => ({
  ok: false,
  error: { why, code },
});

const unreached = ['network_error', 'no_network_connectivity', 'endpoints_resolution_error', 'post_request_failed'];

/** MSAL's messages are links; its codes say what happened. Microsoft's number, if there is one, stands in the message. */
function readRefusal(error: unknown): SignInOutcome {
  const { errorCode = '', message = '' } = error as { errorCode?: string; message?: string };
  if (unreached.includes(errorCode)) return refused('unreachable', null);
  if (errorCode === 'access_denied') return refused('closed', null);
  return refused('refused', /AADSTS\d+/.exec(message)?.[0] ?? (errorCode === '' ? null : errorCode));
}
