// The id of a roll-up: one digest over everything it was made from. What it is called, where it lies and how it looks is no part of it.
import { canonicalJson } from '../../codec/canonical-json.ts';
import { sha256 } from '../../codec/digest.ts';
import { PORTFOLIO_RULES } from '../../model/portfolio.ts';
import type { Digest } from '../../model/scalar.ts';
import type { PortfolioAsked } from './asked.ts';

export const rollupIdOf = ({ period, packs, refused, roster, earlier }: RollupSources): Digest =>
  sha256(
    canonicalJson({
      period,
      packs: packs.map(({ line }) => ({ name: line.name, manifest: line.manifest })),
      refused: refused.map(({ name, why, what }) => ({ name, why, what })),
      roster: roster?.sha256 ?? null,
      previous:
        earlier === null
          ? null
          : {
              period: earlier.period,
              packs: earlier.packs.map(({ name, manifest }) => ({ name, manifest })),
            },
      rules: PORTFOLIO_RULES,
    }),
  );

/** Packs, refused ones and earlier ones in the order of their names. */
type RollupSources = Omit<PortfolioAsked, 'edition' | 'maker'>;
