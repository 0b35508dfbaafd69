import { ProfileId } from '@latchkey/shared/api/schemas';
import { actsAs } from '@latchkey/shared/permissions/acts-as';
import type { PermissionKind } from '@latchkey/shared/permissions/kind';
import { resources, type PermissionProfile } from '@latchkey/shared/permissions/profile';
import type { ExtensionWords } from '../look/words.ts';

/** One permission as it is typed. */
export interface DraftPermission {
  readonly resourceAppId: string;
  readonly kind: PermissionKind;
  readonly value: string;
  readonly required: boolean;
  readonly why: string;
  readonly without: string;
}

/** A version of a profile before it is saved. */
export interface ProfileDraft {
  readonly id: string;
  /** The version that it follows; 0 for a new profile. */
  readonly follows: number;
  readonly permissions: readonly DraftPermission[];
  readonly directoryRoles: readonly string[];
}

/** What is wrong, by place: `id`, `whole`, or the place of a permission and the name of its field. */
export type DraftFaults = Readonly<Record<string, string>>;

const proving = 'Directory.Read.All';
type Described = ExtensionWords['permissions'];

/** Our own words for a claim value, where there are any: a beginning that may be changed. */
const described = (value: string, words: Described): { readonly why: string; readonly without: string } => {
  const known = Object.hasOwn(words, value) ? words[value as keyof Described] : undefined;
  return { why: known?.why ?? '', without: known?.without ?? '' };
};

export const isDescribed = (value: string, words: Described): boolean => Object.hasOwn(words, value);

export const emptyPermission = (kind: PermissionKind): DraftPermission => ({
  resourceAppId: resources.graph,
  kind,
  value: '',
  required: true,
  why: '',
  without: '',
});

/** A new profile begins with the one permission that none can be without. */
export const newDraft = (words: Described): ProfileDraft => ({
  id: '',
  follows: 0,
  permissions: [{ ...emptyPermission('delegated'), value: proving, ...described(proving, words) }],
  directoryRoles: [],
});

/** The next version of a profile of the provider's, or a copy of one that comes with Latchkey. */
export const draftOf = (
  { id, version, permissions, directoryRoles = [] }: PermissionProfile,
  isOwn: boolean,
  words: Described,
): ProfileDraft => ({
  id: isOwn ? id : '',
  follows: isOwn ? version : 0,
  permissions: permissions.map(({ why, without, ...permission }) => {
    const ours = described(permission.value, words);
    return { ...permission, why: why ?? ours.why, without: without ?? ours.without };
  }),
  directoryRoles: [...directoryRoles],
});

const isSame = (one: DraftPermission, other: DraftPermission): boolean =>
  one.resourceAppId === other.resourceAppId &&
  one.kind === other.kind &&
  one.value.trim().toLowerCase() === other.value.trim().toLowerCase();

const isSaid = (text: string): boolean => text.trim() !== '' && text.trim().length <= 200;

/** The rules are the API's own; it checks them again. */
export function faultsOf(
  draft: ProfileDraft,
  taken: readonly string[],
  { faults: said }: ExtensionWords['console']['profiles'],
): DraftFaults {
  const { id, follows, permissions } = draft;
  const isNamed = ProfileId.safeParse(id).success;
  const found: Record<string, string> = {};
  if (!isNamed) found['id'] = said.id;
  else if (follows === 0 && taken.includes(id)) found['id'] = said.idTaken;
  permissions.forEach((permission, place) => {
    const first = permissions.findIndex((one) => isSame(one, permission));
    if (!/^[A-Za-z][\w.-]{1,99}$/.test(permission.value.trim())) found[`${place}.value`] = said.value;
    else if (first < place) found[`${place}.value`] = said.twice;
    if (!isSaid(permission.why)) found[`${place}.why`] = said.why;
    if (!isSaid(permission.without)) found[`${place}.without`] = said.without;
  });
  if (!permissions.some(isProving)) found['whole'] = said.blind;
  else if (actsAs({ permissions: [...permissions] }) === undefined) found['whole'] = said.kinds;
  return found;
}

const isProving = ({ resourceAppId, value, required }: DraftPermission): boolean =>
  required && resourceAppId === resources.graph && value.trim().toLowerCase() === proving.toLowerCase();

/** The request that the form makes, once nothing is wrong with it. */
export const bodyOf = ({ id, follows, permissions, directoryRoles }: ProfileDraft) => ({
  id,
  follows,
  permissions: permissions.map(({ value, why, without, ...rest }) => ({
    ...rest,
    value: value.trim(),
    why: why.trim(),
    without: without.trim(),
  })),
  directoryRoles: [...directoryRoles],
});
