// form make: the duties to answer, as a workbook that people fill in.
import { asOfFor, formFrom, gatherForm, type MadeForm } from '../../index.ts';
import { Failure } from '../../problem.ts';
import type { Args, Command } from '../contract.ts';
import { neutral } from '../neutral.ts';
import { paperOption } from '../option-values.ts';
import { diagnosticLines } from '../problem-text.ts';
import type { Line } from '../terminal.ts';
import { counted } from '../wrap.ts';

export const run: Command['run'] = async (args, world, terminal) => {
  const path = args.operands[0] ?? '';
  const out = outOf(args);
  const paper = paperOption(args);
  const inputs = await gatherForm(world.shelf, path, { policy: args.text('policy') });
  terminal.complain(inputs.warnings.flatMap(diagnosticLines));
  const folder = args.text('template');
  const template = await world.template(folder);
  const made = await formFrom(
    inputs,
    {
      owner: args.text('owner'),
      asOf: asOfFor(inputs.attestation, null, world.today()).day,
      maker: {
        tool: world.tool,
        template: { id: template.id, language: args.text('lang') ?? 'en', paper },
      },
      template,
    },
    world.drawer(folder).form,
  );
  await world.writeNewFile(
    out,
    made.xlsx,
    'Name another with -o, or remove it once its answers are applied.',
  );
  terminal.say(linesOf(path, out, made));
  return { code: 0, document: documentOf(path, out, made) };
};

const outOf = (args: Args): string => {
  const out = args.text('out');
  if (out === null)
    throw new Failure(
      'usage',
      'form make needs -o.',
      'Write -o form.xlsx; see countersign form make --help.',
    );
  if (!/\.xlsx$/i.test(out))
    throw new Failure('usage', `-o ${out} is no name of a workbook.`, 'Name it like form.xlsx.');
  return out;
};

const linesOf = (path: string, out: string, { data }: MadeForm): readonly Line[] => {
  const { asked, inherited, others } = data.counts;
  const whom = data.owner === null ? '' : ` to ask ${data.owner.name} for`;
  const left = [
    ...(inherited === 0 ? [] : [`${inherited} taken from other teams`]),
    ...(others === 0 ? [] : [`${others} other people's or nobody's`]),
  ];
  const not = left.length === 0 ? '' : `; not asked: ${left.join(', ')}`;
  return [
    { text: neutral(`${out}: ${counted(asked, 'duty', 'duties')}${whom}${not}.`), tone: 'good' },
    { text: neutral(`Once it is filled in, run: countersign form apply ${path} ${out}`) },
  ];
};

const documentOf = (path: string, out: string, { data }: MadeForm): unknown => ({
  attestation: path,
  form: out,
  owner: data.owner?.id ?? null,
  ...data.counts,
});
