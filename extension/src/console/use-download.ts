import { useSurroundings } from '../session/surroundings.ts';
import type { ListQuestion } from './customer-filter.ts';

/** Without it spreadsheets take UTF-8 for something else. */
const byteOrderMark = '\uFEFF';

/** Takes the list along as a file. */
export function useDownload(): (question: ListQuestion) => Promise<void> {
  const { api } = useSurroundings();
  return async ({ filter, order }) => {
    const reply = await api.call('exportStandings', { body: { filter, order } });
    if (!reply.ok) return;
    const address = URL.createObjectURL(new Blob([byteOrderMark, reply.value.csv], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = reply.value.fileName;
    link.click();
    URL.revokeObjectURL(address);
  };
}
