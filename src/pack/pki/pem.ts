// PEM (RFC 7468): text with blocks of base64. What stands between the blocks is ignored, as every other program does.

/** `text` is the block as it stands, with its begin and end lines. */
export type PemBlock = { readonly label: string; readonly text: string; readonly body: string };

/** Bytes of a PEM or other file of keys or certificates that are read at most. */
export const LARGEST_FILE = 1024 * 1024;

export const looksLikePem = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes).includes('-----BEGIN ');

/** The blocks in order; a block without its end is none. */
export const pemBlocks = (bytes: Uint8Array): readonly PemBlock[] => {
  const blocks: PemBlock[] = [];
  let open: { readonly label: string; readonly lines: string[] } | null = null;
  for (const line of new TextDecoder('latin1').decode(bytes).split(/\r\n|\n|\r/)) {
    const begin = /^-----BEGIN ([A-Z0-9 ]{1,40})-----[ \t]*$/.exec(line)?.[1];
    if (begin !== undefined) open = { label: begin, lines: [] };
    else if (open !== null && line.trimEnd() === `-----END ${open.label}-----`) {
      blocks.push(block(open.label, open.lines));
      open = null;
    } else open?.lines.push(line);
  }
  return blocks;
};

const block = (label: string, lines: readonly string[]): PemBlock => ({
  label,
  text: [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n'),
  body: lines.join(''),
});

/** A PEM block. */
export const toPem = (label: string, der: Uint8Array): string => {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
};
