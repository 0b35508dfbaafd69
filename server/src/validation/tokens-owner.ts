/** What a connection's sealed tokens are bound to: copied to another connection they do not open. */
export const tokensOwner = (connectionId: string): string => `connection-tokens:${connectionId}`;
