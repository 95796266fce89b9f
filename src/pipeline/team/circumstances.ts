// All that decides a pack's bytes and is no input of the team: one digest, so that a trace can say that none of it has changed.
import { canonicalJson } from '../../codec/canonical-json.ts';
import { sha256 } from '../../codec/digest.ts';
import type { TemplateFiles } from '../../document/files.ts';
import type { Digest } from '../../model/scalar.ts';
import { MANIFEST } from '../../pack/index.ts';
import { templateDigest } from '../template-digest.ts';
import type { Witness } from './witness.ts';
import type { TeamWishes, Workshop } from './workshop.ts';

/** What is the same for all teams of a run, asked for once. */
export type RunCircumstances = {
  /** Over template, bundled fonts, names of installed fonts, program, language, paper and the other wishes that reach into bytes. */
  readonly digest: Digest;
  /** Digest of the template without installed fonts. */
  readonly template: Digest;
  /** Digest over the bytes of installed fonts; they are large, so only for who needs them. */
  readonly fonts: () => Promise<Digest>;
};

export const runCircumstances = async (workshop: Workshop, wishes: TeamWishes): Promise<RunCircumstances> => {
  const template = await workshop.template();
  const { amend, language, paper, zip, sealed, timestamp, pss } = wishes;
  const digestOfTemplate = templateDigest(template);
  return {
    template: digestOfTemplate,
    digest: sha256(
      canonicalJson({
        ...{ amend, language, paper, zip, sealed, pss, stamped: timestamp !== null },
        tool: workshop.tool,
        template: { id: template.id, digest: digestOfTemplate },
        installed: (template.installed ?? []).map(({ path }) => path),
      }),
    ),
    fonts: remembered(() => fontsDigest(template)),
  };
};

const remembered = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  const kept: { made: Promise<T> | null } = { made: null };
  return () => {
    kept.made ??= make();
    return kept.made;
  };
};

const fontsDigest = async ({ installed = [] }: TemplateFiles): Promise<Digest> => {
  const digests: (readonly [string, Digest])[] = [];
  // One after the other: together they are hundreds of megabytes.
  for (const { path, read } of installed) digests.push([path, sha256(await read())]);
  return sha256(canonicalJson(digests));
};

/** The run's, with what is a team's own: where the chosen policy lies, the day, and the pack before. */
export const teamCircumstances = (
  run: RunCircumstances,
  own: {
    readonly policy: string | null;
    readonly asOf: { readonly day: string; readonly from: string };
    readonly previous: string | null;
  },
): Digest => sha256(canonicalJson({ run: run.digest, ...own }));

/** Final packs in a folder of editions, as one digest: an edition depends on those before it. */
export const finalsDigest = (witness: Witness, series: string): string => {
  const names = witness.names(series);
  if (names === 'unreadable') return names;
  const finals = names
    .filter((name) => /^v[1-9]\d{0,5}$/.test(name))
    .map((name) => [name, witness.measure(`${series}/${name}/${MANIFEST}`)]);
  return sha256(canonicalJson(finals));
};
