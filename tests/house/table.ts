// Who may import whom, and which packages, as data: the table of src/README.md. The layer test holds every module against it.

export type Layer = {
  /** Path under src/: a folder ending in `/`, or one file. The longest that fits a module is its layer. */
  readonly path: string;
  /** Paths under src/ that it may import besides its own: folders ending in `/`, or single files. */
  readonly imports: readonly string[];
  /** Packages and `node:` modules. `node:*` stands for all of Node's own. */
  readonly packages: readonly string[];
};

const BASE = ['model/', 'problem.ts', 'codec/'] as const;
const SHEETS = ['model/sheet-address.ts', 'model/sheet-limits.ts'] as const;
const DRAWN = ['model/document.ts', 'model/workbook.ts', 'problem.ts', 'codec/'] as const;
const STAGES = [
  ...BASE,
  'drift/',
  'read/',
  'evaluate/',
  'report/',
  'document/',
  'write/',
  'edit/',
  'pack/',
] as const;

/** A step of the PDF writer; it knows the steps named. */
const pdfStep = (
  step: string,
  before: readonly string[],
  packages: readonly string[] = [],
  codec: readonly string[] = [],
): Layer => ({
  path: `write/pdf/${step}/`,
  imports: [
    'model/document.ts',
    'model/counter-text.ts',
    'problem.ts',
    ...codec,
    'write/pdf/troubles.ts',
    ...before.map((one) => `write/pdf/${one}/`),
  ],
  packages,
});

export const LAYERS: readonly Layer[] = [
  { path: 'model/', imports: [], packages: ['zod'] },
  { path: 'problem.ts', imports: [], packages: [] },
  { path: 'nearest.ts', imports: [], packages: [] },
  // Of model it takes the type of a digest, and what spreadsheets call a place and hold.
  {
    path: 'codec/',
    imports: ['problem.ts', 'model/scalar.ts', ...SHEETS],
    packages: ['node:crypto', 'node:zlib', 'saxes'],
  },
  { path: 'drift/', imports: ['model/'], packages: [] },
  // Readers hold what they parsed against the schemas of model, and say in their own words what zod found. Ids are carried over by matching.
  {
    path: 'read/',
    imports: [...BASE, 'nearest.ts', 'drift/match/'],
    packages: ['htmlparser2', 'yaml', 'zod'],
  },
  { path: 'evaluate/', imports: ['model/'], packages: [] },
  { path: 'report/', imports: ['model/', 'codec/'], packages: [] },
  // Templates are given the report and print its days, so both are part of what document knows.
  {
    path: 'document/',
    imports: [
      'model/document.ts',
      'model/workbook.ts',
      'model/report.ts',
      'model/form.ts',
      ...SHEETS,
      'model/calendar.ts',
      'model/counter-text.ts',
      'problem.ts',
      'nearest.ts',
    ],
    packages: ['handlebars', 'htmlparser2', 'css-tree', 'yaml', 'node:zlib'],
  },
  { path: 'write/pdf/', imports: [...DRAWN, 'write/pdf/'], packages: [] },
  pdfStep('fonts', [], ['fontkit']),
  pdfStep('boxes', ['fonts']),
  pdfStep('lines', ['fonts', 'boxes'], ['bidi-js', 'linebreak']),
  pdfStep('measure', ['fonts', 'boxes', 'lines']),
  pdfStep('pages', ['fonts', 'boxes', 'lines', 'measure']),
  pdfStep('paint', ['fonts', 'boxes', 'lines', 'pages'], ['node:zlib', 'pdfkit'], ['codec/']),
  { path: 'write/html/', imports: DRAWN, packages: [] },
  { path: 'write/xlsx/', imports: [...DRAWN, ...SHEETS], packages: ['exceljs'] },
  { path: 'edit/', imports: [...BASE, 'read/'], packages: ['yaml'] },
  {
    path: 'pack/',
    imports: BASE,
    packages: ['node:crypto', 'node:zlib', 'zod', 'pkijs', 'asn1js'],
  },
  { path: 'pipeline/', imports: STAGES, packages: [] },
  // One team's whole job stands on the stages in order, not among what they are made of.
  { path: 'pipeline/team/', imports: [...STAGES, 'pipeline.ts', 'pipeline/'], packages: [] },
  { path: 'pipeline.ts', imports: [...STAGES, 'pipeline/'], packages: [] },
  // It gives facts and days, which are types of model, opens zips, which codec does, and carries files, templates and members.
  {
    path: 'io/',
    imports: [
      ...BASE,
      'read/reading.ts',
      'document/files.ts',
      'pack/member.ts',
      'pack/edition.ts',
      'pack/names.ts',
      'pipeline/shelf.ts',
      'pipeline/rollup/pack-shelf.ts',
      'pipeline/draw.ts',
      'pipeline/team/witness.ts',
    ],
    packages: ['node:*'],
  },
  { path: 'index.ts', imports: [...STAGES, 'nearest.ts', 'pipeline.ts', 'pipeline/'], packages: [] },
  { path: 'cli/', imports: ['index.ts', 'io/', 'problem.ts'], packages: ['yargs'] },
];

/** Modules that may ask for the locale, each with its reason. */
export const LOCALE_EXCEPTIONS: Readonly<Record<string, string>> = {
  'document/workbook/cut-text.ts':
    'Where one letter ends, so that no text is cut inside one: the root locale, the same everywhere.',
  'write/pdf/fonts/clusters.ts':
    'Where one letter ends and the next begins: the root locale, the same everywhere.',
};

/** The layer of a path under src/; null when the table has none for it. */
export const layerOf = (path: string): Layer | null =>
  LAYERS.filter((layer) => within(path, layer.path)).sort((a, b) => b.path.length - a.path.length)[0] ?? null;

/** True when `path` is that file, or lies in that folder. */
export const within = (path: string, fileOrFolder: string): boolean =>
  fileOrFolder.endsWith('/') ? path.startsWith(fileOrFolder) : path === fileOrFolder;
