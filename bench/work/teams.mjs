// A portfolio: teams that answer the duties of one provider in words of their own, as files that lie beside one another, and the same
// teams as packs for engines that take those.
import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { HERE } from '../places.mjs';
import { attestationOf, MODEL, modelOf, POLICY } from './attested.mjs';
import { makePack } from './pack.mjs';

const WORK = 'w1';
/** The provider's side is that of one pack, whoever answers. */
const PROVIDER = makePack(WORK, 1);

const withTexts = (duty, { text }) => ({ ...duty, text });

const areaOf = (area, theirs) => ({
  ...theirs,
  resources: area.resources.map((resource, index) => ({
    ...theirs.resources[index],
    duties: resource.duties.map((duty, at) => withTexts(duty, theirs.resources[index].duties[at])),
  })),
});

/** One team's pack: the provider's texts, and answers, people and evidence from the seed. */
export const teamPack = (seed) => {
  const pack = makePack(WORK, seed);
  return { ...pack, areas: pack.areas.map((area, index) => areaOf(area, PROVIDER.areas[index])) };
};

export const teamName = (seed) => `team-${String(seed).padStart(4, '0')}`;

/** Evidence is kept where it is and told by its address, as the other engines print it. */
const kept = ({ id, title, at, url }) => [id, { type: 'record', title, location: url, at }];

const dutiesOf = ({ areas }) => areas.flatMap(({ resources }) => resources.flatMap(({ duties }) => duties));

const peopleOf = (duties) => [...new Set(duties.map(({ owner }) => owner))];

/** The attestation that says what a pack says. */
const teamAttestation = (seed) => {
  const pack = teamPack(seed);
  const duties = dutiesOf(pack);
  const names = peopleOf(duties);
  const owner = new Map(names.map((name, index) => [name, `person-${index + 1}`]));
  const whole = attestationOf(pack);
  return {
    ...whole,
    team: { id: teamName(seed), name: pack.keys[0].value, contact: pack.keys[1].value },
    people: Object.fromEntries(names.map((name) => [owner.get(name), { name, role: 'Engineer' }])),
    assertion: { limitations: [pack.summary] },
    duties: {
      [MODEL]: Object.fromEntries(
        duties.map((duty) => [duty.id, { ...whole.duties[MODEL][duty.id], owner: owner.get(duty.owner) }]),
      ),
    },
    evidence: Object.fromEntries(duties.flatMap(({ evidence }) => evidence.map(kept))),
  };
};

/** Makes a folder anew with the teams 1 to `count`; gives the paths of their attestations in order. */
export const writeTeams = (folder, count) => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'models'), { recursive: true });
  writeFileSync(join(folder, `models/${MODEL}.model.yaml`), stringify(modelOf(PROVIDER)));
  writeFileSync(join(folder, 'bench.policy.yaml'), stringify(POLICY));
  return Array.from({ length: count }, (_, index) => {
    const file = join(folder, `${teamName(index + 1)}.attestation.yaml`);
    writeFileSync(file, stringify(teamAttestation(index + 1)));
    return file;
  });
};

/** The template of a team's report: the same pages as `template/` and its theme, from a report instead of a pack. */
export const writeTeamTemplate = (folder) => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(HERE, 'team-template'), folder, { recursive: true });
  copyFileSync(join(HERE, 'template/theme.css'), join(folder, 'theme.css'));
};
