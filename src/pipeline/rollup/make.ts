// The stages of a roll-up: what was gathered becomes a portfolio, the portfolio is drawn, the members are listed. Bytes come out.
import { prettyJson } from '../../codec/pretty-json.ts';
import type { TemplateFiles } from '../../document/files.ts';
import type { Attachment } from '../../model/document.ts';
import type { Paper } from '../../model/paper.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import type { Edition, Maker } from '../../model/report.ts';
import type { ListedPack } from '../../model/rollup-manifest.ts';
import {
  ENVELOPE,
  MANIFEST,
  type Member,
  PORTFOLIO,
  ROSTER,
  rollupManifestBytes,
  rollupManifestOf,
  rollupPage,
  rollupReport,
  rollupWorkbook,
  type SealMaking,
  sealManifest,
  sealPdf,
  sealPlace,
} from '../../pack/index.ts';
import { buildPortfolio } from '../../report/portfolio/index.ts';
import type { Drawer } from '../draw.ts';
import { withInstalledFonts } from '../installed-fonts.ts';
import { templateDigest } from '../template-digest.ts';
import type { RollupInputs } from './gather.ts';

/** What a roll-up is made with, besides what was gathered. */
export type RollupMaking = {
  readonly tool: Maker['tool'];
  readonly template: TemplateFiles;
  readonly language: string;
  readonly paper: Paper;
};

/** The data of a roll-up, and the template as it is drawn with. */
export type Prepared = {
  readonly inputs: RollupInputs;
  readonly portfolio: Portfolio;
  readonly template: TemplateFiles;
};

const DRAFT: Edition = { state: 'draft', version: null, supersedes: null };

/** The portfolio as a draft: which edition it can be, only its own counts say. */
export const prepareRollup = async (inputs: RollupInputs, making: RollupMaking): Promise<Prepared> => {
  const portfolioBy = (template: TemplateFiles): Portfolio =>
    buildPortfolio({ ...inputs, edition: DRAFT, maker: makerOf(making, template) });
  const { template } = making;
  if ((template.installed ?? []).length === 0) return { inputs, portfolio: portfolioBy(template), template };
  const fitted = await withInstalledFonts(template, JSON.stringify(portfolioBy(template)));
  return { inputs, portfolio: portfolioBy(fitted), template: fitted };
};

const makerOf = ({ tool, language, paper }: RollupMaking, template: TemplateFiles): Portfolio['maker'] => ({
  tool,
  template: { id: template.id, language, paper, digest: templateDigest(template) },
});

/** The manifest is the last of `members`. */
export type Rollup = { readonly portfolio: Portfolio; readonly members: readonly Member[] };

/** Draws and lists the members. The same arguments give the same bytes. Throws `template-invalid`. */
export const makeRollup = async (
  prepared: Prepared,
  edition: Edition,
  drawer: Drawer,
  seal: SealMaking | null,
): Promise<Rollup> => {
  const portfolio: Portfolio = { ...prepared.portfolio, edition };
  const sources = sourceMembers(portfolio, prepared.inputs);
  const drawn = await draw(portfolio, prepared.template, sources, drawer, seal);
  const members = [...sources, ...drawn];
  const listed = rollupManifestOf(members, portfolio, previousOf(prepared.inputs));
  const manifest = rollupManifestBytes(listed);
  const envelope = seal === null ? [] : [{ path: ENVELOPE, bytes: await sealManifest(manifest, seal) }];
  return { portfolio, members: [...members, ...envelope, { path: MANIFEST, bytes: manifest }] };
};

export const portfolioBytes = (portfolio: Portfolio): Uint8Array =>
  new TextEncoder().encode(prettyJson(portfolio));

const sourceMembers = (portfolio: Portfolio, { rosterFile }: RollupInputs): readonly Member[] => [
  { path: PORTFOLIO, bytes: portfolioBytes(portfolio) },
  ...(rosterFile === null ? [] : [{ path: ROSTER, bytes: rosterFile.bytes }]),
];

const draw = async (
  portfolio: Portfolio,
  template: TemplateFiles,
  sources: readonly Member[],
  drawer: Drawer,
  seal: SealMaking | null,
): Promise<readonly Member[]> => {
  const place = seal === null ? null : sealPlace(portfolio.organisations.join(', '), seal);
  const { pdf, xlsx } = await drawer.pack(portfolio, template, sources.map(attachmentOf), place);
  const html = await drawer.html(portfolio, template);
  const name = { period: portfolio.period.label, edition: portfolio.edition };
  return [
    { path: rollupReport(name), bytes: seal === null ? pdf : await sealPdf(pdf, seal) },
    { path: rollupWorkbook(name), bytes: xlsx },
    { path: rollupPage(name), bytes: new TextEncoder().encode(html) },
  ];
};

const attachmentOf = ({ path, bytes }: Member): Attachment => ({
  name: path.replaceAll('/', '_'),
  mime: path === PORTFOLIO ? 'application/json' : 'application/yaml',
  description: path === PORTFOLIO ? 'The portfolio as data' : 'Input: roster',
  relationship: path === PORTFOLIO ? 'Data' : 'Source',
  data: bytes,
});

const previousOf = ({ earlier }: RollupInputs): readonly ListedPack[] =>
  (earlier?.packs ?? []).map(({ name, path, manifest }) => ({ name, path, manifest }));
