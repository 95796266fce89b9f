// Reports that come alone and were tampered with, or were made to show something else than what they carry.
import type { Attachment } from '../../../src/model/document.ts';
import { type Members, sealPlace } from '../../../src/pack/index.ts';
import type { ObjectStore } from '../../../src/write/pdf/paint/object-store.ts';
import { asAttachment, field, TINY_SEAL, tinyPdf, tinyPdfOf } from '../tiny-pdf.ts';
import {
  attachmentsIn,
  memberOf,
  PDF,
  pdfWith,
  REPORT,
  replaced,
  withMember,
  without,
  withPdf,
} from './tamper.ts';
import type { Vector } from './vector.ts';
import type { World } from './world.ts';

const baseOf = ({ base }: World): Uint8Array => memberOf(base, PDF);
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

/** The base's PDF as text, a character for each byte. */
const retyped =
  (edit: (text: string) => string): Vector['make'] =>
  (world) => {
    const before = latin(baseOf(world));
    const after = edit(before);
    if (after === before) throw new Error('nothing was changed');
    return bytesOf(after);
  };

/** Where the cross-references begin. */
const startOf = (text: string): number => Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);

const OBJECT = (id: number): string => `${id} 0 obj\n<</Type/Page>>\nendobj\n`;

/** An update as programs append it: a new object and cross-references that name the old ones. */
const updated = (text: string): string => {
  const start = text.length + OBJECT(5).length;
  const stream = `999 0 obj\n<</Type/XRef/Size 1000/W[1 4 2]/Root 1 0 R/Prev ${startOf(text)}/Length 0>>stream\n\nendstream\nendobj\n`;
  return `${text}${OBJECT(5)}${stream}startxref\n${start}\n%%EOF\n`;
};

/** A PDF with the base's attachments, and an object of its own. */
const withObject =
  (text: string): Vector['make'] =>
  ({ base }) =>
    tinyPdfOf([...attachmentsIn(base)].map(asAttachment), (store: ObjectStore) => {
      store.put(store.newId(), text);
      return [];
    });

/** The same with text that stands by itself in the file; what it says must end where an object may. */
const withPlain =
  (text: string): Vector['make'] =>
  ({ base }) =>
    tinyPdfOf([...attachmentsIn(base)].map(asAttachment), (store: ObjectStore) => {
      store.putPlain(store.newId(), text);
      return [];
    });

/** The rightful sealer's PDF around other attachments. */
const carrying =
  (edit: (base: Members) => Members): Vector['make'] =>
  ({ base, seal }) =>
    pdfWith(attachmentsIn(edit(base)), seal);

const attached = (name: string, data: Uint8Array): ((base: Members) => Attachment[]) => {
  return (base) =>
    [...attachmentsIn(base), [name, data] as const].sort(([a], [b]) => (a < b ? -1 : 1)).map(asAttachment);
};

const unsealedWith =
  (name: string, data: Uint8Array): Vector['make'] =>
  ({ base }) =>
    tinyPdfOf(attached(name, data)(base), () => []);

const REVISIONS: readonly Vector[] = [
  { name: 'an update appended to the PDF', codes: ['pdf-updated'], make: retyped(updated) },
  { name: 'a word appended to the PDF', codes: ['pdf-updated'], make: retyped((text) => `${text}more`) },
  {
    name: 'a second PDF appended to the PDF',
    codes: ['pdf-updated'],
    make: retyped((text) => `${text}${text}`),
  },
  {
    name: 'an earlier end in the middle of the PDF',
    codes: ['pdf-updated'],
    make: withPlain('<<>>\nendobj\nstartxref\n0\n%%EOF\n9 0 obj\n<<>>'),
  },
  {
    name: 'an object more, which nothing refers to',
    codes: ['pdf-unreadable'],
    make: withPlain(`<<>>\nendobj\n${OBJECT(9999)}9998 0 obj\n<<>>`),
  },
  {
    name: 'an object that takes the place of an earlier one',
    codes: ['pdf-unreadable'],
    make: withPlain('<<>>\nendobj\n1 0 obj\n<</Type/Page>>'),
  },
  {
    name: 'cross-references that name earlier ones',
    codes: ['pdf-updated'],
    make: retyped((text) => text.replace('/Type/XRef', '/Type/XRef/Prev 10')),
  },
  {
    name: 'an encrypted PDF',
    codes: ['pdf-encrypted'],
    make: retyped((text) => text.replace('/Type/XRef', '/Type/XRef/Encrypt 1 0 R')),
  },
  { name: 'a PDF cut short', codes: ['pdf-unreadable'], make: retyped((text) => text.slice(0, 5000)) },
  { name: 'a PDF of its head alone', codes: ['pdf-unreadable'], make: () => bytesOf('%PDF-1.7\n') },
];

const RANGE = /\/ByteRange\[(\d+) +(\d+) +(\d+) +(\d+) *\]/;
const ranged = (edit: (numbers: readonly number[]) => readonly number[]): Vector['make'] =>
  retyped((text) =>
    text.replace(RANGE, (whole, ...numbers: string[]) => {
      const inside = edit(numbers.slice(0, 4).map(Number)).join(' ');
      return `/ByteRange[${inside.padEnd(whole.length - '/ByteRange[]'.length)}]`;
    }),
  );

const ACTIVE: readonly (readonly [what: string, text: string])[] = [
  ['a script', '<</S/JavaScript/JS(app.alert)>>'],
  ['a script whose name is spelled with escapes', '<</S/J#61vaScript/J#53(app.alert)>>'],
  ['an action on opening', '<</OpenAction 1 0 R>>'],
  ['a program to launch', '<</S/Launch/F(a)>>'],
  ['a form to send', '<</S/SubmitForm>>'],
  ['layers that are switched', '<</OCProperties<<>>>>'],
  ['a note on the page', '<</Type/Annot/Subtype/FreeText/Rect[0 0 9 9]>>'],
];

const twoFields: Vector['make'] = ({ base }) =>
  tinyPdfOf([...attachmentsIn(base)].map(asAttachment), (store, page) => [
    field(store, page, TINY_SEAL),
    field(store, page, TINY_SEAL, 'second'),
  ]);

export const pdfVectors: readonly Vector[] = [
  ...REVISIONS,
  ...ACTIVE.map(
    ([what, text]): Vector => ({
      name: `a PDF with ${what}`,
      codes: ['pdf-active'],
      make: withObject(text),
    }),
  ),
  {
    name: 'a seal that leaves out the end of the file',
    codes: ['pdf-seal-range'],
    make: ranged(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d - 30]),
  },
  {
    name: 'a seal that leaves out the head of the file',
    codes: ['pdf-seal-range'],
    make: ranged(([, b = 0, c = 0, d = 0]) => [9, b - 9, c, d]),
  },
  {
    name: 'a seal with a gap that is wider than its contents',
    codes: ['pdf-seal-range'],
    make: ranged(([a = 0, b = 0, c = 0, d = 0]) => [a, b - 10, c, d]),
  },
  {
    name: 'a seal whose digits are spelled in capitals',
    codes: ['pdf-seal-form'],
    make: retyped((text) => text.replace(/(?<=\/Contents<)[0-9a-f]+/, (digits) => digits.toUpperCase())),
  },
  { name: 'a PDF with two seals', codes: ['pdf-seal-form'], make: twoFields },
  {
    name: 'a seal whose promise of a timestamp was taken back',
    codes: ['cms-digest'],
    // One letter more for the promise, one space fewer behind the first length: nothing else moves.
    make: retyped((text) => text.replace(/(\/CSGN_Timestamp )true(\/ByteRange\[0 \d+) /, '$1false$2')),
  },
  {
    name: 'a PDF in the pack that was updated',
    codes: ['pdf-updated'],
    make: (world) => withPdf(world, bytesOf(updated(latin(baseOf(world))))),
  },
  {
    name: 'a report in the PDF that was improved',
    codes: ['report-differs'],
    make: carrying((base) => replaced(base, REPORT, 'Example Bank', 'Another Bank')),
  },
  {
    name: 'an input in the PDF that was improved',
    codes: ['input-changed'],
    make: carrying((base) => replaced(base, 'inputs/attestation.yaml', 'Done.', 'Well done.')),
  },
  {
    name: 'an input taken out of the PDF',
    codes: ['input-missing'],
    make: carrying((base) => without(base, 'inputs/policy.yaml')),
  },
  {
    name: 'an input put into the PDF',
    codes: ['input-unlisted'],
    make: carrying((base) => withMember(base, 'inputs/more.yaml', 'more')),
  },
  {
    name: 'a PDF without its report',
    codes: ['report-missing'],
    make: carrying((base) => without(base, REPORT)),
  },
  {
    name: 'a PDF inside the PDF',
    codes: ['pdf-attachment'],
    make: unsealedWith('inputs_more.yaml', tinyPdf(new Map())),
  },
  {
    name: 'an attachment with a name that is none of a pack’s',
    codes: ['pdf-attachment'],
    make: unsealedWith('setup.exe', bytesOf('MZ')),
  },
  {
    name: 'an attachment that unpacks to more than is read',
    codes: ['pdf-too-large'],
    make: unsealedWith('inputs_more.yaml', new Uint8Array(65 * 1024 * 1024)),
  },
  {
    name: 'a PDF alone, where the members must be checked',
    codes: ['pdf-alone'],
    make: baseOf,
    require: ['members', 'evidence', 'documents'],
  },
  {
    name: 'a PDF alone without a seal, where one must be there',
    codes: ['no-seal'],
    make: ({ base }) => pdfWith(attachmentsIn(base), null),
    require: ['seal'],
  },
  {
    name: 'a PDF whose seal was never filled in',
    codes: ['cms-unreadable'],
    make: ({ base, seal }) => tinyPdf(attachmentsIn(base), sealPlace('Example Bank', seal)),
  },
];
