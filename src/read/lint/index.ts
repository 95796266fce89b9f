// The rules that look at a provider's page or model, one file each. A further one is a file beside these and a line in the list.
import type { LintFinding } from '../../model/import-report.ts';
import type { Model } from '../../model/model.ts';
import { delegationAbsent } from './delegation-absent.ts';
import { duplicate } from './duplicate.ts';
import { halvesMissing } from './halves-missing.ts';
import { noParty } from './no-party.ts';
import { placeholder } from './placeholder.ts';
import type { Lint, LintScene } from './rule.ts';
import { sharedHalf } from './shared-half.ts';
import { wrongService } from './wrong-service.ts';

const LINTS: readonly Lint[] = [
  placeholder,
  wrongService,
  noParty,
  halvesMissing,
  sharedHalf,
  duplicate,
  delegationAbsent,
];

/** In the order of the page's lines. */
export const lint = (scene: LintScene): readonly LintFinding[] =>
  LINTS.flatMap(({ find }) => find(scene)).sort((a, b) => a.line - b.line);

/** What looks wrong on a model alone; `known` are the ids of the models at hand. */
export const lintModel = (model: Model, known: ReadonlySet<string>): readonly LintFinding[] =>
  lint({ model, page: null, known });
