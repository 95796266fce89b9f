// Step `structure` of a roll-up: its manifest can be read, has its one spelling, and names nothing but plain paths.
import { parseJson } from '../../codec/json.ts';
import { pathTrouble } from '../../codec/member-path.ts';
import { type ListedPack, type RollupManifest, rollupManifest } from '../../model/rollup-manifest.ts';
import type { Members } from '../member.ts';
import { MANIFEST } from '../names.ts';
import { readMember } from '../verify/read-member.ts';
import { refusedPaths } from '../verify/step-structure.ts';
import { rollupManifestBytes } from './manifest.ts';
import { type RollupDetail, type RollupStep, rollupChecked, rollupDetail } from './rollup-verification.ts';

/** Whether members are those of a roll-up: their manifest says so. */
export const isRollup = (members: Members): boolean => {
  const bytes = members.get(MANIFEST);
  const parsed = bytes === undefined ? null : parseJson(MANIFEST, bytes);
  const value = parsed?.kind === 'value' ? parsed.value : null;
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === rollupManifest.shape.format.value
  );
};

export type RollupStructure = { readonly step: RollupStep; readonly manifest: RollupManifest | null };

export const checkRollupStructure = (members: Members): RollupStructure => {
  const bytes = members.get(MANIFEST) ?? new Uint8Array();
  const read = readMember(MANIFEST, bytes, rollupManifest);
  if (read.kind === 'unreadable')
    return {
      step: rollupChecked('structure', [rollupDetail('manifest-unreadable', MANIFEST, read.sentence)]),
      manifest: null,
    };
  const { members: listed, packs, previous } = read.value;
  const refused = [...refusedPaths(listed.map(({ path }) => path)), ...refusedPacks([...packs, ...previous])];
  return refused.length > 0
    ? { step: rollupChecked('structure', refused), manifest: null }
    : { step: rollupChecked('structure', spelling(read.value, bytes)), manifest: read.value };
};

/** A pack lies beside the roll-up or above it: some `..`, and then only what members may be called. */
const refusedPacks = (packs: readonly ListedPack[]): readonly RollupDetail[] =>
  packs.flatMap(({ path }) => {
    const trouble = pathTrouble(path.replace(/^(?:\.\.\/){1,20}/, ''));
    if (trouble === null) return [];
    const sentence = `${MANIFEST} lists the pack ${JSON.stringify(path)}, whose path ${trouble}.`;
    return [rollupDetail('manifest-path-refused', MANIFEST, sentence)];
  });

const spelling = (value: RollupManifest, bytes: Uint8Array): readonly RollupDetail[] =>
  Buffer.compare(rollupManifestBytes(value), bytes) === 0
    ? []
    : [
        rollupDetail(
          'manifest-not-canonical',
          MANIFEST,
          'manifest.json is not spelled as canonical JSON and one line feed.',
        ),
      ];
