// Sentences that say who owns or manages something.
import type { Names } from '../../model/names.ts';
import { type Holder, holderOf } from './holder.ts';

const VERB =
  /[\s-](?:owns?|owned|manages?|managed|operates?|operated|maintains?|maintained|controls?|controlled|(?:is|are) responsible|holds?|supplied|provides?|provided)(?![\p{L}])/u;
const PASSIVE = /^(?:owned|managed|operated|maintained|controlled|provided)(?: and \w+)? by /i;

/** Whom the sentence begins with; null where it begins with anything else. */
export const ownerIn = (keyed: string, names: Names): Holder | null => {
  const passive = PASSIVE.exec(keyed)?.[0];
  if (passive !== undefined) return holderOf(keyed.slice(passive.length, passive.length + 80), names);
  const verb = VERB.exec(keyed.slice(0, 120));
  return verb === null ? null : holderOf(keyed.slice(0, verb.index), names);
};
