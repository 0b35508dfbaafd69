import { createHash } from 'node:crypto';
import { operatorRoles } from '@latchkey/shared/api/endpoint';
import type { Application } from './application.ts';

/** The command that gives a registration these properties. */
type WritesCommand = (properties: object) => string;

/** An id for what is made anew. The same registration gets the same one, so that a command that is run twice does one thing. */
const idFor = (appId: string, value: string): string => {
  const hash = createHash('sha256').update(`${appId}/${value}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
};

/** A list replaces the whole one, and what we read of the others is not all of them; so a list that is not empty is mended by hand. */
export const scopeMend = (set: WritesCommand, { appId, api }: Application): string | null =>
  (api?.oauth2PermissionScopes ?? []).length > 0
    ? null
    : set({
        api: {
          oauth2PermissionScopes: [
            {
              id: idFor(appId, 'access_as_user'),
              value: 'access_as_user',
              type: 'User',
              isEnabled: true,
              adminConsentDisplayName: 'Use Latchkey as the signed-in operator',
              adminConsentDescription: 'Allows the app to use Latchkey on behalf of the signed-in operator.',
              userConsentDisplayName: 'Use Latchkey as you',
              userConsentDescription: 'Allows the app to use Latchkey on your behalf.',
            },
          ],
        },
      });

export const rolesMend = (set: WritesCommand, { appId, appRoles }: Application): string | null =>
  (appRoles ?? []).length > 0
    ? null
    : set({
        appRoles: operatorRoles.map((value) => ({
          id: idFor(appId, value),
          value,
          displayName: value,
          description: `${value} of Latchkey`,
          isEnabled: true,
          allowedMemberTypes: ['User'],
        })),
      });
