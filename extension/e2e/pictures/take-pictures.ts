import { takeExtension } from './take-extension.ts';
import { takeInvitations } from './take-invitations.ts';
import { takeMails } from './take-mails.ts';
import { takePortals } from './take-portals.ts';

/* `npm run pictures`: every picture of docs/screenshots again; with words behind it, those whose names contain one of them. */

const words = process.argv.slice(2);
const wanted = (name: string): boolean => words.length === 0 || words.some((word) => name.includes(word));

await takeExtension(wanted);
await takeInvitations(wanted);
await takeMails(wanted);
await takePortals(wanted);
