// What is said of tables that are odd and were read all the same.
import type { Diagnostic } from '../problem.ts';
import type { Claimed } from './claims.ts';
import type { Remark } from './providers/dialect.ts';
import { diagnosticAt, lineSpan, type SourceText, type Trouble } from './source-text.ts';

const TROUBLES: Readonly<Record<Remark['kind'], Trouble>> = {
  'header-short': {
    code: 'page-table-odd',
    sentence:
      'The header of this table has one cell fewer than its rows; it is read as the header of their last columns.',
    hint: 'Look at the page whether each duty stands under its party.',
  },
};

export const remarkWarnings = (source: SourceText, claimed: readonly Claimed[]): readonly Diagnostic[] =>
  claimed
    .flatMap(({ remarks }) => remarks ?? [])
    .map(({ line, kind }) => diagnosticAt(source, lineSpan(source, line), TROUBLES[kind], 'warning'));
