// A hint about a name of a template or theme: the one that was probably meant, or else what there is.
import { nearest } from '../nearest.ts';

/** A hint that names the nearest candidate, or else lists what there is. */
export const didYouMean = (
  name: string,
  candidates: readonly string[],
  otherwise = 'There is nothing by another name.',
): string => {
  const near = nearest(name, candidates);
  if (near !== null) return `Did you mean \`${near}\`?`;
  return candidates.length === 0 ? otherwise : `There is: ${list(candidates)}.`;
};

const SHOWN = 24;

const list = (names: readonly string[]): string =>
  [...names.slice(0, SHOWN).map((name) => `\`${name}\``), ...(names.length > SHOWN ? ['…'] : [])].join(', ');
