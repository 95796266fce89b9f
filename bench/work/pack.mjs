// The packs that every engine draws: areas, resources, duties and their evidence, from a seed.
// The shape carries what `renderReport` asks of a report beside it, so that one value serves every engine.
import { dayBy, personBy, proseBy, titleBy } from './prose.mjs';
import { between, oneOf, randomFrom } from './random.mjs';

/** Areas have two resources each: W1 is a team's pack, W2 a portfolio's, W2×4 four of those. The others are there to be verified. */
export const WORKS = {
  w1: { areas: 5, dutiesPerResource: 6 },
  w2: { areas: 50, dutiesPerResource: 50 },
  w2x4: { areas: 200, dutiesPerResource: 50 },
  twenty: { areas: 5, dutiesPerResource: 2 },
  thousand: { areas: 50, dutiesPerResource: 10 },
};
const RESOURCES_PER_AREA = 2;
const STATUSES = ['implemented', 'implemented', 'implemented', 'partial', 'planned', 'alternative'];

const number = (value, digits) => String(value).padStart(digits, '0');

const makeEvidence = (random, run) => {
  run.evidence += 1;
  const id = `EV-${number(run.evidence, 5)}`;
  return {
    id,
    title: titleBy(random, 3, 6),
    at: dayBy(random),
    url: `https://evidence.example.com/2026-Q3/${id}`,
  };
};

const makeDuty = (random, run, id) => ({
  id,
  text: proseBy(random, between(random, 20, 40)),
  status: oneOf(random, STATUSES),
  owner: oneOf(random, run.people),
  'last-performed': dayBy(random),
  statement: proseBy(random, 20),
  evidence: Array.from({ length: between(random, 1, 3) }, () => makeEvidence(random, run)),
});

const makeResource = (random, run, id) => ({
  id,
  title: titleBy(random, 2, 4),
  duties: Array.from({ length: run.work.dutiesPerResource }, (_, index) =>
    makeDuty(random, run, `${id}-C${index + 1}`),
  ),
});

const makeArea = (random, run, code) => ({
  id: code,
  title: titleBy(random, 3, 6),
  scope: proseBy(random, 40),
  resources: Array.from({ length: RESOURCES_PER_AREA }, (_, index) =>
    makeResource(random, run, `${code}-${number(index + 1, 2)}`),
  ),
});

/** What the engine asks of any report, whatever its template prints. */
const frameOf = (seed) => ({
  maker: {
    tool: { name: 'countersign', version: 'bench' },
    template: { id: 'bench', language: 'en', paper: 'a4' },
  },
  'as-of': '2026-10-09',
  'pack-id': `bench-${seed}`,
});

export const makePack = (work, seed) => {
  const random = randomFrom(seed);
  const people = Array.from({ length: 12 }, () => personBy(random));
  const run = { work: WORKS[work], people, evidence: 0 };
  const areas = Array.from({ length: run.work.areas }, (_, index) =>
    makeArea(random, run, `A${number(index + 1, 3)}`),
  );
  const duties = run.work.areas * RESOURCES_PER_AREA * run.work.dutiesPerResource;
  return {
    ...frameOf(seed),
    organisation: 'Example Bank',
    kind: 'Shared-responsibility audit pack',
    title: titleBy(random, 3, 4),
    period: '2026-Q3',
    classification: 'Confidential',
    summary: proseBy(random, 80),
    keys: [
      { name: 'Team', value: personBy(random) },
      { name: 'System', value: titleBy(random, 2, 3) },
      { name: 'Duties', value: String(duties) },
      { name: 'Evidence', value: String(run.evidence) },
    ],
    areas,
  };
};
