/** A permission's claim value, which may be broken before its dots and nowhere else, if there is room at all. */
export function ClaimValue({ value, below = false }: { readonly value: string; readonly below?: boolean }) {
  return (
    <bdi class={below ? 'sub lk-mono' : 'lk-mono'}>
      {value.split('.').map((part, index) => [index > 0 && [<wbr key="break" />, '.'], part])}
    </bdi>
  );
}
