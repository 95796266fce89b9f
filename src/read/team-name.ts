// Whose attestation a file is, without reading all of it: enough to deal hundreds of files out to shards.
import { readAttestation } from './attestation.ts';
import type { SourceFile } from './reading.ts';

/** Bytes at the head of a file that are looked at before the whole of it is read. */
const HEAD = 16 * 1024;

/** `payments.checkout`; null where the file does not say so in a way that can be read. */
export const teamNameOf = (file: SourceFile): string | null => {
  const head = new TextDecoder().decode(file.bytes.subarray(0, HEAD));
  const team = idUnder('team', head);
  const system = idUnder('system', head);
  if (team !== null && system !== null) return `${team}.${system}`;
  const { value } = readAttestation(file);
  return value === null ? null : `${value.team.id}.${value.system.id}`;
};

const ID = '(["\']?)([a-z0-9][a-z0-9-]{0,62})';

/** The id in the two spellings that people use: `team: { id: payments` and `id:` on the first line below `team:`. Any other is left to the reader. */
const idUnder = (key: string, head: string): string | null => {
  const inline = new RegExp(`^${key}:[ ]*\\{[ ]*id:[ ]+${ID}\\1[ ]*[,}]`, 'm').exec(head);
  const below = new RegExp(`^${key}:[ ]*\\r?\\n[ ]+id:[ ]+${ID}\\1[ ]*\\r?$`, 'm').exec(head);
  return inline?.[2] ?? below?.[2] ?? null;
};
