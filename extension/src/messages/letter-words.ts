/** Loaded when somebody writes to the customer: what the customer's own pages say of a cause. */
export { causes as customerCauses } from '@latchkey/shared/words/en/page-causes';
