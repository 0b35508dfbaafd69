/** Control and format characters: what turns the direction of its neighbours, breaks a line or is simply not seen. Joiners belong to words. */
const invisible = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A name as it may be shown: what nobody can see is taken out, so that it can neither turn nor imitate its neighbours. */
export const shownName = (name: string): string => name.replace(invisible, '').trim();
