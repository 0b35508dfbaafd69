/**
 * Lets the rest of a double click on a link count for nothing, as with a button: by then the page is another one, and nobody meant
 * what stands under the pointer there; and a link that opens a tab opens one. To be called once for a page.
 */
export function pressLinksOnce(): void {
  const drop = (event: MouseEvent): void => {
    if (event.detail < 2 || !(event.target instanceof Element && event.target.closest('a'))) return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', drop, true);
}
