import type { CustomerLanguage } from './customer-language.ts';
import { directoryRoles as rolesInGerman } from './de/directory-roles.ts';
import { customerEvidence as evidenceInGerman } from './de/evidence.ts';
import { faults as faultsInGerman } from './de/faults.ts';
import { pages as pagesInGerman } from './de/pages.ts';
import { permissions as permissionsInGerman } from './de/permissions.ts';
import { directoryRoles } from './en/directory-roles.ts';
import { faults } from './en/faults.ts';
import { pages } from './en/pages.ts';
import { permissions } from './en/permissions.ts';
import { customerEvidence } from './en/verdicts.ts';
import { pseudoTree } from './pseudo.ts';
import type { WordsOf } from './words.ts';

const english = {
  pages,
  permissions,
  directoryRoles,
  customerEvidence,
  faults: { ...faults, nextSteps: { customer: faults.nextSteps.customer } },
} as const;

/** All words of the pages for a customer's administrator. They stand apart so that the extension does not carry them. */
export type PageWords = WordsOf<typeof english>;

const german: PageWords = {
  pages: pagesInGerman,
  permissions: permissionsInGerman,
  directoryRoles: rolesInGerman,
  customerEvidence: evidenceInGerman,
  faults: faultsInGerman,
};

/** By language. */
export const pageWords: Readonly<Record<CustomerLanguage, PageWords>> = {
  en: english,
  de: german,
  pseudo: pseudoTree(english) as PageWords,
};
