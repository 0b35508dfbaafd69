/** What a connection's sealed tokens are bound to: copied to another connection they do not open. */
export const tokensOwner = (connectionId: string): string => `connection-tokens:${connectionId}`;

/** What the sealed tokens of a consent that is not proved yet are bound to: they do not open as the connection's. */
export const candidateTokensOwner = (invitationId: string): string => `candidate-tokens:${invitationId}`;
