/** Commands that put a registration right, for a shell with the Azure CLI in it. They carry ids and addresses, never a secret. */

/** In single quotes, as a POSIX shell reads them back. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const json = "--headers 'Content-Type=application/json'";

/** Sets properties of an application. A list replaces the one that is there, so it is given whole. */
export const setOn = (graph: string, clientId: string, properties: object): string =>
  `az rest --method PATCH --uri ${quoted(`${graph}/v1.0/applications(appId='${clientId}')`)} ${json} --body ${quoted(JSON.stringify(properties))}`;

const graphAppId = '00000003-0000-0000-c000-000000000000';

/** Lets the consent app read registrations in the provider's own tenant, and nowhere else: no customer is asked for it. */
export const letRead = (graph: string, clientId: string): string =>
  [
    `APP=$(az ad sp show --id ${clientId} --query id -o tsv)`,
    `GRAPH=$(az ad sp show --id ${graphAppId} --query id -o tsv)`,
    `ROLE=$(az ad sp show --id ${graphAppId} --query "appRoles[?value=='Application.Read.All'].id | [0]" -o tsv)`,
    `az rest --method POST --uri "${graph}/v1.0/servicePrincipals/$APP/appRoleAssignments" ${json} --body "{\\"principalId\\":\\"$APP\\",\\"resourceId\\":\\"$GRAPH\\",\\"appRoleId\\":\\"$ROLE\\"}"`,
  ].join('\n');

/** A new secret beside those that are there; the command prints it once. */
export const newSecret = (clientId: string): string =>
  `az ad app credential reset --id ${clientId} --append --years 1 --query password -o tsv`;

/** A new certificate beside those that are there; the key stays in the file that it is made in. */
export const newCertificate = (clientId: string): string =>
  [
    "openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj '/CN=Latchkey' -keyout consent.key -out consent.crt",
    `az ad app credential reset --id ${clientId} --append --cert @consent.crt`,
    'cat consent.crt consent.key > consent.pem',
  ].join('\n');

export const deleteCredentials = (
  clientId: string,
  passwords: readonly string[],
  certificates: readonly string[],
): string =>
  [
    ...passwords.map((keyId) => `az ad app credential delete --id ${clientId} --key-id ${keyId}`),
    ...certificates.map((keyId) => `az ad app credential delete --id ${clientId} --key-id ${keyId} --cert`),
  ].join('\n');

/** Prints what the check reads, for whoever does not let the consent app read it. */
export const printApplication = (clientId: string): string => `az ad app show --id ${clientId} > ${clientId}.json`;
export const printResource = (appId: string): string => `az ad sp show --id ${appId} > ${appId}.json`;
