// The provider's reports as the evaluation saw them, with their days, letters and the controls they presume at the customer.
import type { AssuranceReport } from '../model/assurance.ts';
import type { AssuranceState, Evaluation } from '../model/evaluation.ts';
import { sortedEntries, sortedUnique } from '../model/lookup.ts';
import type { Report } from '../model/report.ts';

type Places = Readonly<Record<string, readonly string[]>>;
type Shown = Report['assurance'][number];

export const assuranceOf = (evaluation: Evaluation): readonly Shown[] =>
  evaluation.assurance.map((state) => {
    const { id, item, days } = state;
    const { type, title, issuer, issued, covers, opinion, qualifications } = item;
    return {
      id,
      ...{ type, title, issuer, issued, covers, opinion, qualifications },
      services: item.services,
      'carve-outs': item['carve-outs'].map(({ what, duties }) => ({ what, duties: codesOf(duties) })),
      'complementary-controls': controlsOf(evaluation, item),
      location: item.location ?? null,
      bridges: bridgesOf(state),
      days,
    };
  });

/** Codes with their model, as the file names them. */
const codesOf = (places: Places): readonly string[] =>
  sortedEntries(places).flatMap(([model, codes]) => codes.map((code) => `${model}/${code}`));

const bridgesOf = ({ bridges }: AssuranceState): Shown['bridges'] =>
  bridges.map(({ id, item, days }) => ({
    id,
    covers: item.covers,
    days,
    issued: item.issued,
    'signed-by': item['signed-by'],
    location: item.location ?? null,
  }));

const controlsOf = (evaluation: Evaluation, item: AssuranceReport): Shown['complementary-controls'] =>
  sortedEntries(item['complementary-controls']).map(([id, control]) => ({
    id,
    text: control.text,
    duties: dutiesNamed(evaluation, control.duties).map((duty) => ({
      id: duty,
      result: evaluation.customer.find(({ row }) => row.id === duty)?.result ?? null,
    })),
  }));

/** Areas and resources of attested models become their customer duties; of other models only duties can be named. */
const dutiesNamed = ({ matrix }: Evaluation, places: Places): readonly string[] =>
  sortedUnique(
    sortedEntries(places).flatMap(([model, codes]) => [
      ...codes.filter((code) => /-[PC]\d+$/.test(code)).map((code) => `${model}/${code}`),
      ...matrix.customer
        .filter(
          (row) =>
            row.model.id === model && (codes.includes(row.resource.code) || codes.includes(row.area.code)),
        )
        .map(({ id }) => id),
    ]),
  );
