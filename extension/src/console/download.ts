import type { Reply } from '../server-api/client-error.ts';

/** Without it spreadsheets take UTF-8 for something else. */
const byteOrderMark = '\uFEFF';

/** Takes a table along as a file. */
export async function download(asked: Promise<Reply<{ readonly fileName: string; readonly csv: string }>>) {
  const reply = await asked;
  if (!reply.ok) return;
  const address = URL.createObjectURL(new Blob([byteOrderMark, reply.value.csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = reply.value.fileName;
  link.click();
  URL.revokeObjectURL(address);
}
