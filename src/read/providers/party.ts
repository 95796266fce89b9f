// Whose column it is, told from the words of its header and never from its position.
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/party.ts';
import { readable } from '../duty-text.ts';

const CUSTOMER = /\b(?:you|your|yours|customers?|clients?|users?|tenants?)\b/i;
const PROVIDER = /\bproviders?\b/i;

/** The one party that the text names; null when it names neither or both. */
export const partyNamed = (keyed: string, names: Names): Party | null => {
  const text = readable(keyed, names);
  const customer = CUSTOMER.test(text);
  const provider =
    PROVIDER.test(text) || hasWord(text, names.provider.name) || hasWord(text, names.provider.id);
  if (customer === provider) return null;
  return customer ? 'customer' : 'provider';
};

/** Whole words only, whatever their case. */
const hasWord = (text: string, word: string): boolean =>
  ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${word.toLowerCase()} `);
