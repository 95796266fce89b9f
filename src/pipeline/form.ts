// Forms in and out: what one is made from, the making, which proves that it comes back as it went out, and the merging.
import { sha256 } from '../codec/digest.ts';
import type { TemplateFiles } from '../document/files.ts';
import { type AppliedForm, applyForm } from '../edit/form/apply.ts';
import { type FormMaking, makeForm } from '../edit/form/make.ts';
import { expectedOf } from '../evaluate/expect.ts';
import type { FormData } from '../model/form.ts';
import { type Diagnostic, Failure } from '../problem.ts';
import type { SourceFile } from '../read/reading.ts';
import { type DrawForm, drawForm } from './draw.ts';
import { type FormInputs, gatherForApplying } from './form-inputs.ts';
import type { Shelf } from './shelf.ts';

export type FormAsked = Pick<FormMaking, 'owner' | 'asOf' | 'maker'> & { readonly template: TemplateFiles };

export type MadeForm = {
  readonly data: FormData;
  readonly xlsx: Uint8Array;
};

/** Throws `usage` when there is nobody or nothing to ask, and `template-invalid` when the form could not be merged back as nothing. */
export const formFrom = async (
  inputs: FormInputs,
  asked: FormAsked,
  drawWith: DrawForm = drawForm,
): Promise<MadeForm> => {
  const { attestation, models, previous, policy, file, news } = inputs;
  const { owner, asOf, maker, template } = asked;
  const data = makeForm({
    attestation,
    models,
    previous,
    policy,
    news,
    owner,
    asOf,
    maker,
    digest: sha256(file.bytes),
    expect: (model, keys) => expectedOf(policy, model, keys),
  });
  const xlsx = await drawWith(data, template);
  await provePlain(inputs, data, xlsx);
  return { data, xlsx };
};

/** A form that nobody has touched must change nothing, cell by cell; if it would, its template loses or mixes something up. */
const provePlain = async (inputs: FormInputs, data: FormData, xlsx: Uint8Array): Promise<void> => {
  const { verdicts, notes } = await applied(inputs, { name: 'the form', bytes: xlsx });
  const odd = verdicts.find(({ kind }) => kind !== 'unchanged');
  const records = [...data.answers, ...data.exceptions, ...data.evidence, ...data.remediations];
  const cells = records.reduce((sum, { values }) => sum + Object.keys(values).length, 0);
  const [note] = notes;
  const why =
    odd !== undefined
      ? `The cell ${odd.at} holds another ${odd.field ?? 'id'} of ${odd.id} than the attestation.`
      : (note?.sentence ?? (verdicts.length === cells ? null : 'Cells of some records are missing.'));
  if (why === null) return;
  throw new Failure(
    'template-invalid',
    `The form would not come back as it went out. ${why}`,
    'Have `form.hbs` write every value as it stands, with `white-space: pre-wrap`, under the headers that its sheet `_meta` names; nothing was written.',
  );
};

/** The reader of workbooks is loaded only when there is one to read. */
const applied = async ({ attestation, file, models }: Applying, form: SourceFile): Promise<AppliedForm> => {
  const { readXlsx } = await import('../codec/xlsx/index.ts');
  return applyForm({
    attestation,
    models,
    workbook: readXlsx(form.bytes, form.name),
    file: {
      name: file.name,
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes),
      digest: sha256(file.bytes),
    },
  });
};

type Applying = Pick<FormInputs, 'attestation' | 'file' | 'models'>;

/** What becomes of a filled form; nothing is written. `before` is the attestation's file as it was read. */
export type FormOutcome = AppliedForm & {
  readonly before: SourceFile;
  readonly warnings: readonly Diagnostic[];
};

/**
 * Merges the form at `form` into the attestation at `path`. Throws `input-missing`, `input-invalid`, `workbook-unreadable`, and
 * `form-refused` when the file is no form of this attestation.
 */
export const mergeFormFile = async (shelf: Shelf, path: string, form: string): Promise<FormOutcome> => {
  const { warnings, ...inputs } = await gatherForApplying(shelf, path);
  const file = await shelf.read(form);
  if (file === null) throw new Failure('input-missing', `There is no form ${form}.`, 'Check the path.');
  return { ...(await applied(inputs, file)), before: inputs.file, warnings };
};
