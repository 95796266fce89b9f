// Pictures in the file: one object however often they are shown, alpha apart, in the page's place, tagged as figures.

import { deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ImageNode, ImageSource } from '../../../src/model/document.ts';
import { Failure } from '../../../src/problem.ts';
import { writePdf } from '../../../src/write/pdf/index.ts';
import { plainText } from './file.ts';
import { doc, el, p, style } from './tree.ts';

function chunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}

type Kind = { readonly bits: number; readonly color: number; readonly palette?: Uint8Array };

/** A PNG of these rows; each row's first byte is its filter. */
function png(
  width: number,
  rows: readonly (readonly number[])[],
  { bits, color, palette }: Kind,
): ImageSource {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(rows.length, 4);
  header.writeUInt8(bits, 8);
  header.writeUInt8(color, 9);
  const data = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(palette === undefined ? [] : [chunk('PLTE', palette)]),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name: 'a.png', format: 'png', data };
}

const image = (source: ImageSource, alt = 'A picture'): ImageNode => ({
  kind: 'image',
  style: style({ display: 'inline' }),
  width: 20,
  height: 10,
  alt,
  source,
  at: null,
});

/** The pixels of each image of the file, unpacked, with its dictionary. */
function imagesOf(
  bytes: Uint8Array,
): readonly { readonly head: string; readonly pixels: readonly number[] }[] {
  const text = Buffer.from(bytes).toString('latin1');
  return [...text.matchAll(/(<<\/Type\/XObject\/Subtype\/Image[^\n]*)stream\n([\s\S]*?)\nendstream/g)].map(
    ([, head = '', body = '']) => ({ head, pixels: [...inflateSync(Buffer.from(body, 'latin1'))] }),
  );
}

test('a picture shown twice is one object, and a figure each time', async () => {
  const source = png(2, [[0, 1, 2, 3, 4, 5, 6]], { bits: 8, color: 2 });
  const bytes = await writePdf(doc([p(image(source)), p('again ', image(source, 'Once more'))]), []);
  const text = plainText(bytes);
  expect(imagesOf(bytes)).toHaveLength(1);
  expect(imagesOf(bytes)[0]?.head).toContain('/ColorSpace/DeviceRGB');
  expect(text.match(/\/I1 Do/g)).toHaveLength(2);
  expect(text.match(/\/S\/Figure/g)).toHaveLength(2);
  expect(text).toContain('/Alt(Once more)');
  expect(text).toMatch(/\/A<<\/O\/Layout\/Placement\/Block\/BBox\[30 \S+ 50 \S+\]>>/);
});

test('without an alternative it is decoration', async () => {
  const source = png(1, [[0, 7]], { bits: 8, color: 0 });
  const text = plainText(await writePdf(doc([p('x', image(source, ''))]), []));
  expect(text).toContain('/I1 Do');
  expect(text).not.toContain('/Figure');
});

test('alpha is taken apart from colours, whatever the filter of a row', async () => {
  const source = png(
    2,
    [
      [0, 10, 20, 30, 40, 50, 60, 70, 80],
      [1, 10, 20, 30, 40, 1, 1, 1, 1],
      [2, 1, 1, 1, 1, 1, 1, 1, 1],
      [3, 0, 0, 0, 0, 0, 0, 0, 0],
      [4, 1, 1, 1, 1, 1, 1, 1, 1],
    ],
    { bits: 8, color: 6 },
  );
  const [mask, colors] = imagesOf(await writePdf(doc([p(image(source))]), []));
  expect(colors?.head).toMatch(/\/SMask \d+ 0 R/);
  expect(mask?.pixels).toEqual([40, 80, 40, 41, 41, 42, 20, 31, 21, 32]);
  expect(colors?.pixels).toEqual(
    [
      [10, 20, 30, 50, 60, 70],
      [10, 20, 30, 11, 21, 31],
      [11, 21, 31, 12, 22, 32],
      [5, 10, 15, 8, 16, 23],
      [6, 11, 16, 9, 17, 24],
    ].flat(),
  );
});

test('a palette goes along, pixels stay packed as they are', async () => {
  const palette = Buffer.from([255, 0, 0, 0, 40, 41]);
  const source = png(2, [[0, 0b0100_0000]], { bits: 1, color: 3, palette });
  const [only] = imagesOf(await writePdf(doc([p(image(source))]), []));
  expect(only?.head).toContain('/ColorSpace[/Indexed/DeviceRGB 1(\u00ff\u0000\u0000\u0000\\(\\))]');
  expect(only?.head).toContain('/DecodeParms<</Predictor 15/Colors 1/BitsPerComponent 1/Columns 2>>');
  expect(only?.pixels).toEqual([0, 0b0100_0000]);
});

/** A JPEG's beginning with a frame of so many colours. */
const jpeg = (colors: number): ImageSource => ({
  name: 'a.jpg',
  format: 'jpeg',
  data: Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    1,
    2,
    0xff,
    0xc2,
    0,
    17,
    8,
    0,
    3,
    0,
    5,
    colors,
    1,
    0x11,
    0,
    0xff,
    0xd9,
  ]),
});

test('a JPEG goes in as it is; one in four colours is refused', async () => {
  const text = Buffer.from(await writePdf(doc([p(image(jpeg(3)))]), [])).toString('latin1');
  expect(text).toContain(
    '/Width 5/Height 3/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode/Length 23>>',
  );
  expect(text).toContain(Buffer.from(jpeg(3).data).toString('latin1'));
  await expect(writePdf(doc([el('div', {}, [image(jpeg(4))])]), [])).rejects.toThrow(Failure);
});
