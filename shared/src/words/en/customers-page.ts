/** The list of customers. */
export const customersPage = {
  columns: {
    customer: 'Customer',
    tenant: 'Tenant',
    verdict: 'Verdict',
    proved: 'Proved by',
    invitation: 'Invitation',
  },
  empty: 'No customer yet',
  emptyText: 'The first one comes with Services, Add Service.',
  noConnection: 'no connection',
  noInvitation: 'none pending',
  export: {
    columns: {
      customer: 'Customer',
      tenant: 'Tenant id',
      domain: 'Domain',
      verdict: 'Verdict',
      cause: 'Cause',
      owner: 'Who must act',
      evidence: 'Proved by',
      at: 'Looked at',
      endsAt: 'Sign-in ends',
    },
    settling: 'Settling',
  },
} as const;
