/** Makes many calls one after another: while one is under way, all further ones become one more. */
export function inTurn(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  return () => {
    again = true;
    if (running) return;
    running = true;
    void (async () => {
      try {
        while (again) {
          again = false;
          // oxlint-disable-next-line no-await-in-loop
          await work();
        }
      } finally {
        running = false;
      }
    })();
  };
}
