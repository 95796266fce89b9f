// What a portfolio is made from.
import type { Portfolio, RefusedPack } from '../../model/portfolio.ts';
import type { Edition, Report } from '../../model/report.ts';
import type { Digest } from '../../model/scalar.ts';
import type { EarlierPacks } from './before.ts';
import type { RosterTeam } from './expected.ts';
import type { TeamFacts } from './team-facts.ts';

/** The roster as the roll-up carries it. */
export type RosterFacts = {
  readonly member: string;
  readonly sha256: Digest;
  readonly teams: readonly RosterTeam[];
};

/** What a portfolio is made from, and with. `earlier` is null where no packs of the period before are at hand. */
export type PortfolioAsked = {
  readonly period: Report['period'];
  readonly packs: readonly TeamFacts[];
  readonly refused: readonly RefusedPack[];
  readonly roster: RosterFacts | null;
  readonly earlier: EarlierPacks | null;
  readonly edition: Edition;
  readonly maker: Portfolio['maker'];
};
