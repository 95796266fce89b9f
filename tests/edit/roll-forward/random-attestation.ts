// Random attestations as people write them: in lines and in brackets, with comments that can be told apart and that say where they stand.
import fc from 'fast-check';
import { STATUSES } from '../../../src/model/attestation.ts';

export type Value = string | readonly Value[] | { readonly [key: string]: Value };
type Said = { readonly [key: string]: Value };

/** `path` is that of the key below an `above` comment, or on the line of a `behind` one. */
export type Remark = { readonly text: string; readonly path: string; readonly where: 'above' | 'behind' };
export type WrittenAttestation = { readonly text: string; readonly remarks: readonly Remark[] };

const sentence = fc.constantFrom(
  'It is done.',
  'a #b',
  "it's: so",
  '- none',
  '#x',
  '=1+1',
  '漢字 🙂',
  'null',
);
const aDay = fc.constantFrom('2026-05-19', '2026-09-30', '2026-10-02', '2027-01-31');
const some = (shape: Readonly<Record<string, fc.Arbitrary<Value>>>, needed: readonly string[] = []) =>
  fc.record(shape, { requiredKeys: [...needed] }) as fc.Arbitrary<Said>;

const aTest = some({ method: fc.constant('examine'), by: fc.constant('sre'), on: aDay, of: sentence }, [
  'method',
  'by',
  'on',
  'of',
]);
const own = {
  status: fc.constantFrom(...STATUSES),
  owner: fc.constant('lead'),
  statement: sentence,
  reason: sentence,
  evidence: fc.subarray(['EV-01', 'EV-02']),
  tests: fc.array(aTest, { maxLength: 2 }),
  frequency: fc.constant('P3M'),
  'last-performed': aDay,
  waiver: fc.constantFrom('WV-01', 'WV-02'),
  remediation: fc.constantFrom('RM-01', 'RM-02'),
  except: fc.constant({ de: { status: 'partial', remediation: 'RM-03' } }),
};
const anAnswer = fc.oneof(
  { weight: 6, arbitrary: some(own) },
  { weight: 1, arbitrary: some({ ...own, 'carried-from': fc.constant('2025-Q4') }, ['carried-from']) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(some({ owner: own.owner, tests: own.tests }), fc.oneof(fc.constant('none'), some(own)))
      .map(([around, ours]): Said => ({ ...around, inherited: { from: 'platform', ours } })),
  },
);

const evidence = some(
  {
    type: fc.constant('record'),
    title: sentence,
    location: sentence,
    at: aDay,
    covers: fc.constant('2026-07-01/2026-09-30'),
    by: fc.constant('sre'),
    records: fc.constant('14'),
    query: sentence,
  },
  ['type', 'title', 'location'],
);
const waiver = some(
  { reason: sentence, risk: sentence, 'accepted-by': fc.constant('lead'), accepted: aDay, expires: aDay },
  ['reason', 'risk', 'accepted-by', 'accepted', 'expires'],
);
const plan = some(
  {
    weakness: sentence,
    severity: fc.constant('high'),
    action: sentence,
    owner: fc.constant('sre'),
    opened: aDay,
    'original-due': aDay,
    due: aDay,
    status: fc.constantFrom('open', 'done', 'cancelled'),
  },
  ['weakness', 'severity', 'action', 'owner', 'opened', 'original-due', 'due', 'status'],
);
const both = (of: fc.Arbitrary<Said>, ids: readonly string[]): fc.Arbitrary<Said> =>
  fc.tuple(...ids.map(() => of)).map((all) => Object.fromEntries(ids.map((id, at) => [id, all[at] ?? ''])));

const anAttestation = some(
  {
    format: fc.constant('countersign/attestation@1'),
    team: fc.constant({ id: 'pay', name: 'Payments' }),
    system: fc.constant({ id: 'shop', name: 'Shop', instances: { de: { name: 'shop-de' } } }),
    period: fc.constantFrom<Value>('2026-Q3', { label: 'Third #3', from: '2026-07-01', to: '2026-09-30' }),
    'as-of': aDay,
    policy: fc.constant('../house.policy.yaml'),
    models: fc.constantFrom<Value>(
      [{ id: 'svc', revision: '2026-01-01' }],
      [{ id: 'svc', revision: '2026-01-01', file: 'models/svc.model.yaml' }],
      [{ id: 'svc', revision: '2026-01-01', previous: '2025-06-01' }],
      [{ previous: '2025-06-01', id: 'svc', revision: '2026-01-01', file: 'models/svc.model.yaml' }],
    ),
    previous: fc.constant('../2026-Q2/pay.attestation.yaml'),
    people: fc.constant({ lead: { name: 'Robin', role: 'Lead' }, sre: { name: 'Kim', role: 'Engineer' } }),
    assertion: some({ 'subsequent-events': sentence, limitations: fc.constant(['None.']) }),
    duties: fc
      .dictionary(fc.constantFrom('AA-01', 'AA-01-C1', 'AA-01-C2', 'AA-02-C1'), anAnswer)
      .map((answers): Said => ({ svc: answers })),
    evidence: both(evidence, ['EV-01', 'EV-02']),
    waivers: both(waiver, ['WV-01', 'WV-02']),
    remediations: both(plan, ['RM-01', 'RM-02', 'RM-03']),
    approvals: fc.constant([{ role: 'preparer', person: 'lead', date: '2026-10-08', reference: 'OPS-1' }]),
  },
  ['format', 'team', 'system', 'period', 'models', 'people', 'duties', 'evidence', 'waivers', 'remediations'],
);

export const randomAttestation: fc.Arbitrary<WrittenAttestation> = fc
  .tuple(anAttestation, fc.array(fc.nat(9), { minLength: 60, maxLength: 60 }), fc.boolean())
  .map(([value, dice, crlf]) => {
    const pen: Pen = { dice, throws: 0, lines: ['# head'], remarks: [] };
    writeMap(pen, value, 0, []);
    return { text: `${pen.lines.join(crlf ? '\r\n' : '\n')}\n`, remarks: pen.remarks };
  });

type Pen = {
  readonly dice: readonly number[];
  throws: number;
  readonly lines: string[];
  readonly remarks: Remark[];
};

const thrown = (pen: Pen): number => {
  pen.throws += 1;
  return pen.dice[(pen.throws * 7) % pen.dice.length] ?? 0;
};

const remark = (pen: Pen, path: readonly string[], where: Remark['where']): string => {
  const text = `# c${pen.remarks.length};`;
  pen.remarks.push({ text, path: path.join('/'), where });
  return text;
};

const writeMap = (pen: Pen, map: Said, indent: number, above: readonly string[], first = ''): void => {
  for (const [index, [key, value]] of Object.entries(map).entries()) {
    const path = [...above, key];
    const margin = ' '.repeat(indent);
    const hyphen = index === 0 && first !== '';
    if (!hyphen && thrown(pen) < 2) pen.lines.push(margin + remark(pen, path, 'above'));
    writePair(pen, `${hyphen ? first : margin}${key}:`, value, indent, path);
    if (!hyphen && indent === 0 && thrown(pen) < 5) pen.lines.push('');
  }
};

const writePair = (pen: Pen, key: string, value: Value, indent: number, path: readonly string[]): void => {
  const behind = (): string => (thrown(pen) < 2 ? ` ${remark(pen, path, 'behind')}` : '');
  const empty = typeof value !== 'string' && Object.keys(value).length === 0;
  const inside = indent + 2;
  if (typeof value === 'string' || empty || (indent > 0 && thrown(pen) < 4))
    pen.lines.push(`${key} ${inBrackets(value)}${behind()}`);
  else if (!isList(value)) {
    pen.lines.push(key + behind());
    writeMap(pen, value, inside, path);
  } else {
    pen.lines.push(key + behind());
    for (const [at, item] of value.entries())
      if (typeof item === 'string') pen.lines.push(`${' '.repeat(inside)}- ${inBrackets(item)}`);
      else if (!isList(item))
        writeMap(pen, item, inside + 2, [...path, String(at)], `${' '.repeat(inside)}- `);
  }
};

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

const inBrackets = (value: Value): string => {
  if (typeof value === 'string')
    return /^[\w/-]+$/.test(value) && value !== 'null' ? value : JSON.stringify(value);
  if (isList(value)) return `[${value.map(inBrackets).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, member]) => `${key}: ${inBrackets(member)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
};
