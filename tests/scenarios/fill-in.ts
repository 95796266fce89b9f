// Fills in a new attestation as a team might: any valid answer of any kind, with the people, evidence, waivers and plans it names.
import { parseDocument } from 'yaml';
import type { Random } from './random.ts';
import { randomDay, randomText } from './random-text.ts';

/** The file's text, and evidence files by path. */
export type Filled = { readonly text: string; readonly evidence: ReadonlyMap<string, string> };

type Answer = Record<string, unknown>;
const PEOPLE = ['lead', 'sre', 'risk', 'head'] as const;
const STATUSES = [
  'implemented',
  'partial',
  'planned',
  'alternative',
  'not-implemented',
  'not-applicable',
] as const;
const TYPES = ['configuration-export', 'log-export', 'ticket', 'record', 'document', 'screenshot'] as const;

/** `platform` is a team to inherit from; null for none. */
export const fillIn = (text: string, random: Random, platform: string | null): Filled => {
  const document = parseDocument(text);
  const model = 'ibm-code-engine';
  const evidence = randomEvidence(random);
  const waivers = random.chance(0.5) ? { 'WV-01': randomWaiver(random), 'WV-02': randomWaiver(random) } : {};
  const remediations = random.chance(0.5) ? { 'RM-01': randomRemediation(random) } : {};
  const known = {
    evidence: Object.keys(evidence.items),
    waivers: Object.keys(waivers),
    remediations: Object.keys(remediations),
  };
  const instances = random.chance(0.4)
    ? { 'prod-de': { name: randomText(random), region: 'eu-de' }, 'prod-gb': { name: 'gb' } }
    : {};
  document.setIn(['team', 'name'], randomText(random));
  document.setIn(
    ['people'],
    Object.fromEntries(PEOPLE.map((id) => [id, { name: randomText(random), role: randomText(random) }])),
  );
  document.setIn(['evidence'], evidence.items);
  document.setIn(['waivers'], waivers);
  document.setIn(['remediations'], remediations);
  document.setIn(['system', 'instances'], instances);
  document.setIn(['assertion'], {
    'subsequent-events': randomText(random),
    limitations: [randomText(random)],
  });
  for (const duty of dutiesIn(text)) {
    if (random.chance(0.15)) continue;
    const answer = randomAnswer(random, known, Object.keys(instances));
    const inherits = platform !== null && random.chance(0.2);
    document.setIn(['duties', model, duty], inherits ? inherited(random, platform, answer) : answer);
  }
  if (random.chance(0.3)) {
    document.deleteIn(['duties', model, 'SRC-03-C1']);
    document.setIn(['duties', model, 'SRC-03'], {
      status: 'not-applicable',
      owner: 'lead',
      reason: randomText(random),
    });
  }
  document.setIn(['approvals'], randomApprovals(random));
  return { text: document.toString({ lineWidth: 0 }), evidence: evidence.files };
};

const dutiesIn = (text: string): readonly string[] =>
  [...text.matchAll(/^ {4}([A-Z]+-\d+-C\d+):$/gm)].map((match) => match[1] ?? '');

type Known = {
  readonly evidence: readonly string[];
  readonly waivers: readonly string[];
  readonly remediations: readonly string[];
};

const randomAnswer = (random: Random, known: Known, instances: readonly string[]): Answer => {
  const status = random.pick(STATUSES);
  return {
    status,
    ...(random.chance(0.9) ? { owner: random.pick(PEOPLE) } : {}),
    ...(random.chance(0.8) ? { statement: randomText(random) } : {}),
    ...(random.chance(0.6) ? { reason: randomText(random) } : {}),
    evidence: known.evidence.filter(() => random.chance(0.3)),
    ...(random.chance(0.3) ? { tests: [randomTest(random)] } : {}),
    ...(random.chance(0.2)
      ? { frequency: random.pick(['P1Y', 'P92D', 'P3M']), 'last-performed': randomDay(random) }
      : {}),
    ...(known.waivers.length > 0 && random.chance(0.3) ? { waiver: random.pick(known.waivers) } : {}),
    ...(known.remediations.length > 0 && random.chance(0.3)
      ? { remediation: random.pick(known.remediations) }
      : {}),
    ...(instances.length > 0 && random.chance(0.3)
      ? {
          except: {
            [random.pick(instances)]: { status: random.pick(STATUSES), statement: randomText(random) },
          },
        }
      : {}),
  };
};

const inherited = (random: Random, from: string, ours: Answer): Answer => ({
  inherited: { from, ours: random.chance(0.5) ? 'none' : ours },
});

const randomTest = (random: Random): Answer => ({
  method: random.pick(['examine', 'interview', 'test']),
  by: random.pick(PEOPLE),
  on: randomDay(random),
  of: randomText(random),
  population: String(random.whole(50)),
  sample: String(random.whole(60)),
  deviations: random.chance(0.3)
    ? [{ what: randomText(random), ...(random.chance(0.5) ? { response: randomText(random) } : {}) }]
    : [],
});

const randomEvidence = (
  random: Random,
): { readonly items: Record<string, Answer>; readonly files: ReadonlyMap<string, string> } => {
  const items: Record<string, Answer> = {};
  const files = new Map<string, string>();
  for (let number = 1; number <= 1 + random.whole(8); number += 1) {
    const id = `EV-${String(number).padStart(2, '0')}`;
    const path = `evidence/${random.pick(['scale', 'Zugänge 2026', 'a.b', 'trailing'])}-${number}.${random.pick(['json', 'csv', 'txt'])}`;
    items[id] = {
      type: random.pick(TYPES),
      title: randomText(random),
      ...(random.chance(0.8) ? { file: path } : { location: randomText(random) }),
      ...(random.chance(0.1) ? { keep: 'reference' } : {}),
      ...(random.chance(0.7) ? { at: randomDay(random) } : { covers: '2026-07-01/2026-09-30' }),
      by: random.pick(PEOPLE),
    };
    if (random.chance(0.9)) files.set(path, randomText(random).repeat(1 + random.whole(20)));
  }
  return { items, files };
};

const randomWaiver = (random: Random): Answer => ({
  reason: randomText(random),
  risk: randomText(random),
  'accepted-by': random.pick(PEOPLE),
  accepted: random.pick(['2025-01-01', '2026-08-01']),
  expires: random.pick(['2026-09-01', '2026-12-31', '2030-01-01']),
});

const randomRemediation = (random: Random): Answer => ({
  weakness: randomText(random),
  severity: random.pick(['low', 'moderate', 'high', 'critical']),
  action: randomText(random),
  owner: random.pick(PEOPLE),
  opened: '2026-07-01',
  'original-due': '2026-09-01',
  due: random.pick(['2026-09-01', '2026-10-01', '2026-12-01']),
  status: random.pick(['open', 'done', 'cancelled']),
});

/** Complete about half of the time, so that packs of both editions come up. */
const randomApprovals = (random: Random): readonly Answer[] =>
  (['preparer', 'reviewer', 'approver'] as const).flatMap((role, index) =>
    random.chance(0.8)
      ? [{ role, person: PEOPLE[index], date: `2026-10-0${index + 1}`, reference: randomText(random) }]
      : [],
  );
