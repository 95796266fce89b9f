// What lies in an output folder: which packs are whole, what was left behind, and how it differs from an undisturbed run.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const filesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .filter((path) => !path.startsWith('.countersign/'))
        .sort()
    : [];

const LEFTOVER = /\.(tmp|old|put)-[0-9a-f]{8}-\d+-\d+(\/|$)/;

/** Names of leftovers, empty folders among them, anywhere below. */
export const leftoversIn = (out) =>
  (existsSync(out) ? readdirSync(out, { recursive: true }) : []).filter((path) => LEFTOVER.test(path));

/** Every folder with a manifest, leftovers among them, and whatever is amiss with it: written in place or renamed, a manifest comes last and goes first. */
export const misfits = (out) =>
  filesBelow(out)
    .filter((path) => basename(path) === MANIFEST)
    .flatMap((path) => misfitsOf(join(out, dirname(path))).map((fault) => `${dirname(path)}: ${fault}`));

const MANIFEST = 'manifest.json';

const misfitsOf = (pack) => {
  const members = membersListed(readFileSync(join(pack, MANIFEST), 'utf8'));
  if (members === null) return [];
  const listed = new Set([...members.map(({ path }) => path), MANIFEST, 'manifest.dsse.json']);
  const faults = filesBelow(pack)
    .filter((path) => !listed.has(path))
    .map((path) => `${path} is not listed`);
  for (const { path, sha256 } of members) {
    if (!existsSync(join(pack, path))) faults.push(`${path} is missing`);
    else if (digestOf(join(pack, path)) !== sha256) faults.push(`${path} differs`);
  }
  return faults;
};

/** Null of a manifest that a kill has torn: it fits nothing, so there is no pack. */
const membersListed = (manifest) => {
  try {
    return JSON.parse(manifest).members;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

const digestOf = (file) => `sha256:${createHash('sha256').update(readFileSync(file)).digest('hex')}`;

/** Folders of packs that stand in their places. */
export const packsIn = (out) =>
  filesBelow(out)
    .filter((path) => path.endsWith('/manifest.json') && !LEFTOVER.test(path))
    .map((path) => join(out, dirname(path)));

/** In what the files of two output folders differ; `only` the teams named in it. */
export const differences = (out, reference, only = () => true) =>
  [...new Set([...filesBelow(out), ...filesBelow(reference)])].filter(only).flatMap((path) => {
    const [one, other] = [out, reference].map((folder) => join(folder, path));
    if (!existsSync(one)) return [`${path} is missing`];
    if (!existsSync(other)) return [`${path} is too many`];
    return readFileSync(one).equals(readFileSync(other)) ? [] : [`${path} differs`];
  });
