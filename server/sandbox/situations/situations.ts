import { contosoHappy } from './contoso-happy.ts';
import { fabrikamBoxNotTicked } from './fabrikam-box-not-ticked.ts';
import { northwindDeclined } from './northwind-declined.ts';
import type { Situation } from './situation.ts';

/** Every situation there is. A new one is a file beside this one and a line here. */
export const situations: readonly Situation[] = [contosoHappy, fabrikamBoxNotTicked, northwindDeclined];
