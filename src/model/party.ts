// The two halves of a shared responsibility.

export const PARTIES = ['provider', 'customer'] as const;
export type Party = (typeof PARTIES)[number];
