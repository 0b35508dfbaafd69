import * as z from 'zod/mini';

/** What a mail about an invitation says: that it is there, or that it ends soon. */
export const MailKind = z.enum(['invitation', 'reminder']);
export type MailKind = z.infer<typeof MailKind>;
