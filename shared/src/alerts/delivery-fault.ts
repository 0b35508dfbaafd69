import * as z from 'zod/mini';

/**
 * Why an alert was not taken, the last time that it was tried. `answered`: a system answered with another status than 2xx; `refused`: a
 * mail server said no for good; `not_now`: it said no for the moment; `not_set_up`: the deployment names no mail server;
 * `not_written`: the mail could not be written from what we know.
 */
export const DeliveryFault = z.enum([
  'not_reached',
  'answered',
  'not_encrypted',
  'not_signed_in',
  'not_now',
  'refused',
  'not_set_up',
  'not_written',
]);
export type DeliveryFault = z.infer<typeof DeliveryFault>;
