/** Names behind which a secret stands, in addresses, in JSON and in prose; the `=` of a mail's encoding may have become a `%`. */
const named =
  /\b(?:refresh_token|access_token|id_token|client_secret|client_assertion|assertion|code_verifier|device_code|user_code|session_state|id_token_hint|samlresponse|state|nonce|sig|signature)["']?\s{0,4}[:=%]\s{0,4}["']?[^\s"'&<>]{1,}/gi;
const typed =
  /(?:pass(?:word|wort|wd|phrase|code)|\bpwd|\bpin|kennwort|mot de passe|contrase\u00F1a|senha|wachtwoord|has\u0142o|\u30D1\u30B9\u30EF\u30FC\u30C9|\u5BC6\u7801|\u5BC6\u78BC|\u043F\u0430\u0440\u043E\u043B\u044C|secret|api.?key)(?:\s?\(?(?:value|wert|valeur|id)\)?)?["'\s]{0,4}[:=%][^\r\n&]*|\bbearer\s+\S+/gi;
const jwt = /eyJ[\w-]{4,}(?:\.[\w-]*){0,4}/g;
/** Nothing that we look for is that long without a break. */
const long = /[\w-]{56,}/g;

/** A text without what stands behind the name of a secret, and without whatever is shaped like a token. */
export const withoutSecrets = (text: string): string =>
  [jwt, named, typed, long].reduce((rest, shape) => rest.replace(shape, ' '), text);

/** `code=` with something behind it that is no error code. Microsoft's own page of errors has `?code=65001`. */
const authorizationCode = /(?<![\w-])code["']?\s{0,4}[:=]\s{0,4}["']?([^\s"'&<>,;)}\]]{12,})/gi;

/**
 * Whether a text carries the code of a sign-in, as the address has it to which Microsoft sends a browser back. Who holds it can
 * take the sign-in over, so that tricksters ask people to paste that address. We never ask for it, and do not read on.
 */
export function carriesSignInCode(text: string): boolean {
  for (const [, value = ''] of text.matchAll(authorizationCode)) if (!isErrorName(value)) return true;
  return false;
}

const isErrorName = (value: string): boolean =>
  /^(?:AADSTS)?\d{1,12}$/.test(value) || /^[A-Za-z]+(?:_[A-Za-z]+)*\.?$/.test(value);
