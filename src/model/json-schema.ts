// The JSON Schema (draft 2020-12) of each file format, for editors and for other people's programs. `npm run schemas` writes them to schemas/.
import { z } from 'zod';
import { assurance } from './assurance.ts';
import { attestation } from './attestation.ts';
import { facts } from './facts.ts';
import { importReport } from './import-report.ts';
import { lock } from './lock.ts';
import { manifest } from './manifest.ts';
import { model } from './model.ts';
import { modelDiff } from './model-diff.ts';
import { names } from './names.ts';
import { policy } from './policy.ts';
import { portfolio } from './portfolio.ts';
import { report } from './report.ts';
import { rollupManifest } from './rollup-manifest.ts';
import { roster } from './roster.ts';
import { signOffStatement } from './sign-off.ts';
import { trust } from './trust.ts';

type FileFormat = {
  readonly schema: z.ZodType;
  /** YAML is typed by people and read with every scalar as text; JSON is written by the program. */
  readonly written: 'yaml' | 'json';
  readonly title: string;
  readonly description: string;
};

const FILE_FORMATS: Readonly<Record<string, FileFormat>> = {
  attestation: {
    schema: attestation,
    written: 'yaml',
    title: 'Attestation',
    description: "Management's own dated answers on duties for a period (*.attestation.yaml).",
  },
  model: {
    schema: model,
    written: 'yaml',
    title: 'Model',
    description: "One provider service's responsibilities, as published at one revision (*.model.yaml).",
  },
  'import-report': {
    schema: importReport,
    written: 'json',
    title: 'Import report',
    description:
      "What came of reading a provider's page: what it gives to whom, and what was left out and why.",
  },
  'model-diff': {
    schema: modelDiff,
    written: 'json',
    title: 'Model diff',
    description: 'What a provider changed from one revision of its page to another.',
  },
  policy: {
    schema: policy,
    written: 'yaml',
    title: 'Policy',
    description:
      "The organisation's judgement: thresholds, severities, expectations and sign-off (*.policy.yaml).",
  },
  assurance: {
    schema: assurance,
    written: 'yaml',
    title: 'Assurance',
    description:
      "What covers the provider's half: reports, certificates and bridge letters (*.assurance.yaml).",
  },
  names: {
    schema: names,
    written: 'yaml',
    title: 'Names',
    description: "What a provider's name keys stand for on its pages (*.names.yaml).",
  },
  lock: {
    schema: lock,
    written: 'json',
    title: 'Lock',
    description:
      'Digests of what was answered and of evidence files, written by countersign lock (*.lock.json).',
  },
  facts: {
    schema: facts,
    written: 'json',
    title: 'Facts',
    description:
      'Presence, size and digest of each evidence file when the pack was built (inputs/facts.json).',
  },
  report: {
    schema: report,
    written: 'json',
    title: 'Report',
    description: 'Everything a pack says, complete before any drawing (report.json).',
  },
  roster: {
    schema: roster,
    written: 'yaml',
    title: 'Roster',
    description:
      'The teams and systems of a campaign, and what their new attestations begin with (*.roster.yaml).',
  },
  trust: {
    schema: trust,
    written: 'yaml',
    title: 'Trust',
    description: 'Which certificates and authorities may sign as whom, seal, and tell the time (trust.yaml).',
  },
  'sign-off': {
    schema: signOffStatement,
    written: 'json',
    title: 'Sign-off',
    description: 'The in-toto statement that a sign-off signs: the payload of a line of *.signoffs.jsonl.',
  },
  manifest: {
    schema: manifest,
    written: 'json',
    title: 'Manifest',
    description: 'The members of a pack with their sizes and digests (manifest.json).',
  },
  portfolio: {
    schema: portfolio,
    written: 'json',
    title: 'Portfolio',
    description:
      'What all packs of a period come to, each bound by the digest of its manifest (portfolio.json).',
  },
  'rollup-manifest': {
    schema: rollupManifest,
    written: 'json',
    title: 'Roll-up manifest',
    description: 'The members of a roll-up, and the packs it was made of (manifest.json of a roll-up).',
  },
};

/** The JSON Schema of every file format, by the name it has in the format's own key: `countersign/NAME@1`. */
export const jsonSchemas = (): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(FILE_FORMATS).map(([name, format]) => [name, jsonSchema(name, format)]));

const jsonSchema = (name: string, { schema, written, title, description }: FileFormat): unknown => {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ jsonSchema }) => asEdited(jsonSchema, written),
  });
  return { $schema, $id: `urn:countersign:${name}@1`, title, description, ...rest };
};

/** Puts what an editor sees in the place of what the reader sees. A program's JSON holds no numbers where the reader wants text. */
const asEdited = (jsonSchema: Record<string, unknown>, written: FileFormat['written']): void => {
  const { editor } = jsonSchema;
  if (typeof editor !== 'object' || editor === null) return;
  const fits = written === 'yaml' || ('type' in editor && editor.type === 'string');
  for (const key of fits ? ['editor', 'type', 'pattern', 'anyOf'] : ['editor']) delete jsonSchema[key];
  if (fits) Object.assign(jsonSchema, editor);
};
