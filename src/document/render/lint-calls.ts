// The lint of calls: is there such a helper, and does it get what it takes?
import { didYouMean } from '../did-you-mean.ts';
import type { HelperRow } from './helper.ts';
import { BLOCKS, HELPERS, HELPERS_BY_NAME } from './helpers/index.ts';
import { complain, type LintContext } from './lint-context.ts';
import { type Call, isPath, pairsOf, writtenName } from './syntax.ts';
import { wordAt } from './words.ts';

const HELPER_NAMES = HELPERS.map(({ name }) => name);
const BLOCK_NAMES: readonly string[] = BLOCKS.map(({ name }) => name);

/** Checks the name and the arguments of a helper's call or of a block. */
export const lintCall = (call: Call, context: LintContext, as: 'call' | 'block'): void => {
  const name = isPath(call.path) ? writtenName(call.path) : '';
  if (as === 'block') lintBlockCall(call, name, context);
  else lintHelperCall(call, name, context);
};

const lintHelperCall = (call: Call, name: string, context: LintContext): void => {
  const row = HELPERS_BY_NAME.get(name);
  if (row === undefined) {
    complain(
      context,
      call.path,
      'template-helper-unknown',
      `There is no helper \`${name}\`.`,
      helperHint(name),
    );
    return;
  }
  lintValues(call, row, context);
  lintNames(call, row, context);
  if (name === 'word') lintWord(call, context);
};

const helperHint = (name: string): string =>
  BLOCK_NAMES.includes(name)
    ? `\`${name}\` is a block: {{#${name} …}} … {{/${name}}}.`
    : didYouMean(name, HELPER_NAMES);

const lintBlockCall = (call: Call, name: string, context: LintContext): void => {
  if (!BLOCK_NAMES.includes(name)) {
    const hint = 'Use {{#if}}, {{#unless}}, {{#each}} or {{#with}}.';
    complain(context, call.path, 'template-helper-unknown', `There is no block \`${name}\`.`, hint);
    return;
  }
  const [pair] = pairsOf(call);
  const given = call.params.length;
  const hint = `Write {{#${name} value}}.`;
  if (given !== 1)
    complain(context, call, 'template-syntax', `\`${name}\` takes one value, and has ${given}.`, hint);
  if (pair !== undefined)
    complain(context, pair, 'template-syntax', `\`${name}\` takes no named value.`, hint);
};

const lintValues = (call: Call, row: HelperRow, context: LintContext): void => {
  const [least, most] = row.takes;
  const given = call.params.length;
  if (given >= least && given <= (most ?? given)) return;
  const wanted = most === least ? `${least}` : most === null ? `at least ${least}` : `${least} to ${most}`;
  complain(
    context,
    call,
    'template-syntax',
    `\`${row.name}\` takes ${wanted} values, and has ${given}.`,
    `Write ${row.usage}.`,
  );
};

const lintNames = (call: Call, row: HelperRow, context: LintContext): void => {
  const { named } = row;
  if (named === 'any') return;
  for (const pair of pairsOf(call).filter(({ key }) => !named.includes(key))) {
    complain(
      context,
      pair,
      'template-syntax',
      `\`${row.name}\` knows no \`${pair.key}=\`.`,
      `Write ${row.usage}.`,
    );
  }
};

/** A word whose path is written out is looked up now; of one that ends in a value, the map it comes from. */
const lintWord = (call: Call, context: LintContext): void => {
  const fixed = call.params.findIndex((param) => param.type !== 'StringLiteral');
  const path = call.params.slice(0, fixed < 0 ? undefined : fixed).map(writtenName);
  const word = wordAt(context.words, path);
  if (path.length === 0 || (fixed < 0 ? typeof word === 'string' : typeof word === 'object' && word !== null))
    return;
  const parent = wordAt(context.words, path.slice(0, -1));
  const beside = typeof parent === 'object' && parent !== null ? Object.keys(parent) : [];
  const what = fixed < 0 ? 'word' : 'map of words';
  complain(
    context,
    call,
    'words-missing',
    `There is no ${what} \`${path.join('.')}\` in ${context.words.file}.`,
    didYouMean(path.at(-1) ?? '', beside, 'Add it there.'),
  );
};
