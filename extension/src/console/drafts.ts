import type { MethodDraft } from './password-form.ts';
import type { TemplateDraft } from './template-form.ts';
import type { ProfileDraft } from './profile-form.ts';

/** What is typed of a new alert target, but for its secret. */
interface AlertDraft {
  readonly id: string;
  readonly url: string;
  readonly from: string;
  readonly until: string;
}

/**
 * What was typed on pages that were left: whoever goes back finds it again. In this page's memory, as long as one operator is signed
 * in; no password and no secret is in it.
 */
export interface Drafts {
  /** By invitation. */
  readonly methods: Map<string, MethodDraft>;
  alert: AlertDraft | null;
  doctor: string;
  /** Words of mails that are not saved yet, by kind and language. */
  readonly templates: Map<string, TemplateDraft>;
  /** The version of a permission profile that is being made. */
  profile: ProfileDraft | null;
}

export const noDrafts = (): Drafts => ({
  methods: new Map(),
  alert: null,
  doctor: '',
  templates: new Map(),
  profile: null,
});
