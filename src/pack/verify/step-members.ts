// Step 2: the members are those that the manifest lists, no more and no fewer, each of the listed size and digest.
import { sha256 } from '../../codec/digest.ts';
import { byCodeUnits } from '../../model/lookup.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Members } from '../member.ts';
import { ENVELOPE, MANIFEST } from '../names.ts';
import { checked, type Detail, detail, type Step } from './verification.ts';

/** Names every member that is missing, changed or not listed. */
export const checkMembers = (members: Members, manifest: Pick<Manifest, 'members'>): Step => {
  const listed = new Set(manifest.members.map(({ path }) => path));
  const extra = [...members.keys()].filter(
    (path) => !listed.has(path) && path !== MANIFEST && path !== ENVELOPE,
  );
  return checked('members', [
    ...manifest.members.flatMap((entry) => compare(entry, members.get(entry.path))),
    ...extra
      .sort(byCodeUnits)
      .map((path) => detail('member-extra', path, `${path} is there and ${MANIFEST} does not list it.`)),
  ]);
};

const compare = (listed: Manifest['members'][number], bytes: Uint8Array | undefined): readonly Detail[] => {
  const { path, size } = listed;
  if (bytes === undefined)
    return [detail('member-missing', path, `${path} is listed in ${MANIFEST} and not there.`)];
  if (bytes.length !== size) {
    return [detail('member-changed', path, `${path} has ${bytes.length} bytes; ${MANIFEST} says ${size}.`)];
  }
  if (sha256(bytes) === listed.sha256) return [];
  return [detail('member-changed', path, `${path} has another SHA-256 than ${MANIFEST} says.`)];
};
