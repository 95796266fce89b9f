// The two ways in which something goes wrong for a user: a Diagnostic says what is wrong with an input,
// a Failure says why the program cannot go on. A finding is neither: it is a result and belongs to the report.

/** One-based place in a text file. `length` is the number of characters the caret underlines. */
export type Place = { readonly line: number; readonly column: number; readonly length: number };

/** What is wrong with an input; goes to the terminal, never into a pack. */
export type Diagnostic = {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** Null where the trouble is the file as a whole. */
  readonly place: Place | null;
  /** The line of the file at `place`, without its line end; null when there is none to show. */
  readonly excerpt: string | null;
  readonly sentence: string;
  readonly hint: string;
};

export const DIAGNOSTIC_CODES = [
  'file-too-large',
  'file-empty',
  'file-not-utf8',
  'yaml-syntax',
  'yaml-tab',
  'yaml-alias',
  'yaml-tag',
  'yaml-comment-swallows-text',
  'json-syntax',
  'json-too-deep',
  'zip-invalid',
  'zip-truncated',
  'zip-unsupported',
  'zip-encrypted',
  'zip-too-many',
  'zip-too-large',
  'zip-ratio',
  'zip-path',
  'zip-duplicate',
  'zip-link',
  'zip-overlap',
  'format-unknown',
  'key-unknown',
  'key-duplicate',
  'key-missing',
  'value-invalid',
  'word-unknown',
  'date-invalid',
  'interval-reversed',
  'path-leaves-folder',
  'reference-unknown',
  'id-duplicate',
  'page-no-duties',
  'page-undated',
  'page-party-unclear',
  'page-name-unknown',
  'page-provider-unknown',
  'page-row-skipped',
  'page-table-odd',
  'template-syntax',
  'template-name-missing',
  'template-helper-unknown',
  'template-partial-unknown',
  'template-unescaped',
  'template-limit',
  'markup-element',
  'markup-attribute',
  'markup-structure',
  'formula-invalid',
  'css-syntax',
  'css-selector',
  'css-property',
  'css-value',
  'words-missing',
  'font-missing',
  'font-invalid',
  'image-missing',
  'image-invalid',
  'heading-level',
  'character-missing',
  'link-target-missing',
  'seal-field',
  'sign-off-unreadable',
  'previous-refused',
] as const;
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** Why the program cannot go on, by whose move it is: the user's, nobody's but ours, or the machine's. */
export const FAILURE_CODES = {
  usage: 'input',
  'input-invalid': 'input',
  'input-missing': 'input',
  'model-not-found': 'input',
  'inheritance-cycle': 'input',
  'lock-changed': 'input',
  'output-exists': 'input',
  'pack-final': 'input',
  'pack-unreadable': 'verification',
  'workbook-unreadable': 'input',
  'sign-off-refused': 'input',
  'request-stale': 'input',
  'signature-refused': 'input',
  'timestamp-server': 'environment',
  'seal-too-large': 'input',
  'form-refused': 'input',
  'key-unreadable': 'input',
  'key-passphrase': 'input',
  'key-mismatch': 'input',
  'certificate-unreadable': 'input',
  'timestamp-refused': 'environment',
  'template-invalid': 'input',
  bug: 'bug',
  disk: 'environment',
  'out-of-memory': 'environment',
  interrupted: 'interrupted',
} as const satisfies Record<string, 'input' | 'verification' | 'bug' | 'environment' | 'interrupted'>;
export type FailureCode = keyof typeof FAILURE_CODES;

/** Thrown by whichever stage cannot go on, and caught once: the command line turns it into text and an exit code. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly hint: string;
  readonly diagnostics: readonly Diagnostic[];

  constructor(
    code: FailureCode,
    sentence: string,
    hint: string,
    more: { readonly diagnostics?: readonly Diagnostic[]; readonly cause?: unknown } = {},
  ) {
    super(sentence, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'Failure';
    this.code = code;
    this.hint = hint;
    this.diagnostics = more.diagnostics ?? [];
  }
}

/** For whoever stops because somebody wants the program to end: what is being written comes to its end, or leaves nothing. */
export const interruption = (): Failure =>
  new Failure('interrupted', 'Interrupted; nothing is half-written.', 'Run the same command again.');
