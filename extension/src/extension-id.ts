/**
 * The id under which Chromium knows the extension, wherever it is installed from: the first 128 bits of the SHA-256 of the
 * public key in the manifest, written with the letters a to p. Redirect addresses and the API's list of origins name it.
 */
export const extensionId = 'ehjenadkiglhjkojcloilmcfbahaocnb';
