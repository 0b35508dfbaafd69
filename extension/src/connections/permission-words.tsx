import type { DescribedPermission } from '@latchkey/shared/words/en/permissions';
import { ClaimValue } from '../look/claim-value.tsx';
import { useFullSpeech } from '../look/words.ts';

/** A permission as a sentence, its claim value small below. One that has no sentence is shown by its claim value alone. */
export function PermissionWords({ value }: { readonly value: string }) {
  const { words } = useFullSpeech();
  if (!Object.hasOwn(words.permissions, value)) return <ClaimValue value={value} />;
  return (
    <>
      {words.permissions[value as DescribedPermission].allows}
      <ClaimValue value={value} below />
    </>
  );
}
