// How much the PDF reader takes on.

/** Bytes, but for `objects` and for `ratio`: how many times larger than packed a stream over a megabyte may be. */
export type PdfLimits = {
  readonly file: number;
  readonly objects: number;
  readonly attachment: number;
  /** All attachments together. */
  readonly attachments: number;
  /** All object streams together. */
  readonly unpacked: number;
  readonly ratio: number;
};

export const MEGABYTE = 1024 * 1024;
export const PDF_LIMITS: PdfLimits = {
  file: 512 * MEGABYTE,
  objects: 2_000_000,
  attachment: 64 * MEGABYTE,
  attachments: 256 * MEGABYTE,
  unpacked: 256 * MEGABYTE,
  ratio: 250,
};
