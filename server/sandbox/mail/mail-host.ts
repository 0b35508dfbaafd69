/** Where everybody of a situation reads their mail. */
export const mailHost = 'mailbox.northwindvoice.example';
