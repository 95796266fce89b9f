// Values of a PDF as they are read (ISO 32000-1, 7.3), and how to ask for one of a kind.

export type PdfName = { readonly kind: 'name'; readonly name: string };
export type PdfString = {
  readonly kind: 'string';
  readonly hex: boolean;
  readonly bytes: Uint8Array;
  /** Where it stands among the bytes it was read from: from its opening bracket to behind the closing one. */
  readonly from: number;
  readonly to: number;
};
export type PdfRef = { readonly kind: 'ref'; readonly id: number };
export type PdfArray = { readonly kind: 'array'; readonly items: readonly PdfValue[] };
export type PdfDict = { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, PdfValue> };
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfArray | PdfDict;

type Compound = Exclude<PdfValue, null | boolean | number>;

const isKind = <K extends Compound['kind']>(
  value: PdfValue | undefined,
  kind: K,
): value is Extract<Compound, { readonly kind: K }> =>
  typeof value === 'object' && value !== null && value.kind === kind;

export const asDict = (value: PdfValue | undefined): PdfDict | null => (isKind(value, 'dict') ? value : null);
export const asString = (value: PdfValue | undefined): PdfString | null =>
  isKind(value, 'string') ? value : null;
/** The items of an array. */
export const asItems = (value: PdfValue | undefined): readonly PdfValue[] | null =>
  isKind(value, 'array') ? value.items : null;
/** The number of the object that is referred to. */
export const asRef = (value: PdfValue | undefined): number | null => (isKind(value, 'ref') ? value.id : null);
export const asName = (value: PdfValue | undefined): string | null =>
  isKind(value, 'name') ? value.name : null;
/** A whole number from 0. */
export const asCount = (value: PdfValue | undefined): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** A text string: UTF-16 with its mark, or ASCII, the two ways our writer spells text. Null for anything else. */
export const asText = (value: PdfValue | undefined): string | null => {
  const bytes = asString(value)?.bytes;
  if (bytes === undefined) return null;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2));
  return bytes.every((byte) => byte < 0x80) ? new TextDecoder().decode(bytes) : null;
};

const utf16 = (bytes: Uint8Array): string | null => {
  if (bytes.length % 2 !== 0) return null;
  const text = new TextDecoder('utf-16be').decode(bytes);
  return text.includes('\ufffd') ? null : text;
};

/** The keys of a dictionary that are not among those expected. */
export const strangeKeys = ({ entries }: PdfDict, expected: ReadonlySet<string>): readonly string[] =>
  [...entries.keys()].filter((key) => !expected.has(key));
