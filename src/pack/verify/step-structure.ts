// Step `structure`: there is a manifest, it can be read, its format is known, it has the one spelling that its content has, its paths are safe.
import { z } from 'zod';
import { parseJson } from '../../codec/json.ts';
import { pathKey, pathTrouble } from '../../codec/member-path.ts';
import { byCodeUnits } from '../../model/lookup.ts';
import { type Manifest, manifest } from '../../model/manifest.ts';
import { manifestBytes } from '../manifest.ts';
import type { Members } from '../member.ts';
import { ENVELOPE, MANIFEST } from '../names.ts';
import { readMember } from './read-member.ts';
import { checked, type Detail, detail, type Step } from './verification.ts';

export type Structure = { readonly step: Step; readonly manifest: Manifest | null };

/** `manifest` is null when later steps have nothing to stand on. */
export const checkStructure = (members: Members): Structure => {
  const bytes = members.get(MANIFEST);
  if (bytes === undefined) {
    return nothing(
      detail(
        'manifest-missing',
        MANIFEST,
        'There is no manifest.json: this is no pack, or its writing was cut short.',
      ),
    );
  }
  if (!hasKnownFormat(bytes)) {
    return nothing(
      detail(
        'manifest-format-unknown',
        MANIFEST,
        'manifest.json does not say that it is countersign/manifest@1.',
      ),
    );
  }
  const read = readMember(MANIFEST, bytes, manifest);
  if (read.kind === 'unreadable') return nothing(detail('manifest-unreadable', MANIFEST, read.sentence));
  const refused = refusedPaths(read.value.members.map(({ path }) => path));
  return refused.length > 0
    ? { step: checked('structure', refused), manifest: null }
    : { step: checked('structure', spelling(read.value, bytes)), manifest: read.value };
};

const nothing = (why: Detail): Structure => ({ step: checked('structure', [why]), manifest: null });

/** True too where nothing can be said of the format, so that the better message is given. */
const hasKnownFormat = (bytes: Uint8Array): boolean => {
  const parsed = parseJson(MANIFEST, bytes);
  const named = parsed.kind === 'value' ? z.object({ format: z.string() }).safeParse(parsed.value) : null;
  return named?.success !== true || named.data.format === manifest.shape.format.value;
};

/** Each path that no member may have, that is listed twice (also as some systems see it), or that stands out of order. */
export const refusedPaths = (paths: readonly string[]): readonly Detail[] => {
  const seen = new Set<string>();
  return paths.flatMap((path, index) => {
    const trouble = pathTrouble(path) ?? listTrouble(path, paths[index - 1], seen);
    seen.add(pathKey(path));
    return trouble === null
      ? []
      : [
          detail(
            'manifest-path-refused',
            path,
            `${MANIFEST} lists ${JSON.stringify(path)}, which ${trouble}.`,
          ),
        ];
  });
};

const listTrouble = (path: string, before: string | undefined, seen: ReadonlySet<string>): string | null => {
  if (path === MANIFEST || path === ENVELOPE) return 'is the manifest itself or its envelope';
  if (seen.has(pathKey(path))) return 'is listed twice, as some systems see it';
  return before !== undefined && byCodeUnits(before, path) > 0 ? 'is out of order' : null;
};

const spelling = (value: Manifest, bytes: Uint8Array): readonly Detail[] =>
  Buffer.compare(manifestBytes(value), bytes) === 0
    ? []
    : [
        detail(
          'manifest-not-canonical',
          MANIFEST,
          'manifest.json is not spelled as canonical JSON and one line feed.',
        ),
      ];
