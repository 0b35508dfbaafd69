import type { DescribedPermission } from '@latchkey/shared/words/en/permissions';
import { useFullSpeech } from '../look/words.ts';

/** A permission as a sentence, its claim value small below. One that has no sentence is shown by its claim value alone. */
export function PermissionWords({ value }: { readonly value: string }) {
  const { words } = useFullSpeech();
  if (!Object.hasOwn(words.permissions, value)) return <bdi class="lk-mono">{value}</bdi>;
  return (
    <>
      {words.permissions[value as DescribedPermission].allows}
      <bdi class="sub lk-mono">{value}</bdi>
    </>
  );
}
