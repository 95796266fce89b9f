// Why a row cannot be taken whatever stands in it: its id is not one that this form asks, or that the attestation can hold.
import type { Attestation } from '../../model/attestation.ts';
import type { FormValues } from '../../model/form.ts';
import { lookup } from '../../model/lookup.ts';
import type { Model } from '../../model/model.ts';
import { evidenceId, remediationId } from '../../model/scalar.ts';
import { KEY_JOIN, type RecordSheet } from './fields.ts';
import type { FilledForm, FilledRow } from './filled.ts';
import { nearestHint } from './near.ts';
import type { FileRecords } from './records.ts';
import type { Said } from './verdict.ts';

export type RefusalScene = {
  readonly attestation: Attestation;
  readonly models: Readonly<Record<string, Model>>;
  readonly form: FilledForm;
  readonly records: FileRecords;
  /** Every id that duties and resources of the models have now. */
  readonly dutyIds: ReadonlySet<string>;
  /** Answers as they come to stand in the file, of those that were changed. */
  readonly answers: ReadonlyMap<string, FormValues>;
};

/** Null for a row that can be taken. Rows that share their id are found by whoever sees them all. */
export const rowRefusal = (scene: RefusalScene, sheet: RecordSheet, row: FilledRow): Said | null => {
  if (row.trouble !== null) return row.trouble;
  if (row.id === '') return { sentence: 'Its row has no id.', hint: 'Put the id of the row back.' };
  if (sheet.key === 'answers') return answerRefusal(scene, row.id);
  if (sheet.key === 'exceptions') return exceptionRefusal(scene, row.id);
  return newIdRefusal(scene, sheet, row.id);
};

const answerRefusal = (scene: RefusalScene, id: string): Said | null => {
  const asked = scene.form.memory.answers;
  if (!asked.has(id))
    return {
      sentence: scene.dutyIds.has(id)
        ? `This form does not ask for ${id}.`
        : `No row of this form has the id ${id}.`,
      hint: nearestHint(id, [...asked.keys()], 'It asks for'),
    };
  return dutyRefusal(scene, id);
};

/** What was asked when the form was made may be asked no more. */
const dutyRefusal = ({ dutyIds, records, attestation }: RefusalScene, id: string): Said | null => {
  if (records.answers.get(id)?.inherited === true)
    return {
      sentence: `The answer to ${id} is taken from another team now.`,
      hint: 'Answer it in the attestation itself, or leave it as it is.',
    };
  if (dutyIds.has(id)) return null;
  const [model = ''] = id.split('/');
  const revision = attestation.models.find((one) => one.id === model)?.revision;
  return {
    sentence:
      revision === undefined
        ? `The attestation no longer speaks of ${model}.`
        : `The model ${model} of ${revision} has no ${id} any more.`,
    hint: 'Make a new form, which asks what is asked now.',
  };
};

const exceptionRefusal = (scene: RefusalScene, id: string): Said | null => {
  const [duty = '', instance = ''] = id.split(KEY_JOIN);
  const { instances } = scene.attestation.system;
  if (lookup(instances, instance) === null)
    return {
      sentence: instance === '' ? 'The exception names no instance.' : `There is no instance ${instance}.`,
      hint: nearestHint(instance, Object.keys(instances), 'The system has these instances'),
    };
  const refusal = answerRefusal(scene, duty);
  if (refusal !== null) return refusal;
  const answer = scene.answers.get(duty) ?? scene.records.answers.get(duty)?.values;
  if (answer?.status != null) return null;
  return {
    sentence: `${duty} has no answer of its own to make an exception from.`,
    hint: 'Answer it on its own row, or name the row of the resource that answers it.',
  };
};

const newIdRefusal = ({ records, form }: RefusalScene, { key }: RecordSheet, id: string): Said | null => {
  const known = key === 'evidence' ? evidenceId : remediationId;
  const like = key === 'evidence' ? 'EV-01' : 'RM-01';
  if (!known.safeParse(id).success)
    return { sentence: `\`${id}\` is no id.`, hint: `Write one like ${like} that is not taken.` };
  const sheet = key === 'evidence' ? 'evidence' : 'remediations';
  if (!form.memory[sheet].has(id) || records[sheet].has(id)) return null;
  return {
    sentence: `${id} is no longer in the attestation.`,
    hint: 'Register it anew under an id that was never taken.',
  };
};
