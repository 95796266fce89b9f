// Pictures of the template: which files are taken, how large they are shown, and how each fault is told.
import { describe, expect, test } from 'vitest';
import { loadTemplate, renderReport, renderWorkbook } from '../../src/document/index.ts';
import type { DocumentNode } from '../../src/model/document.ts';
import { chunk, JPEG, patched, png, turned } from './pictures.ts';
import { elements, page, places, refused, sample, tiny } from './tiny.ts';

type Files = Readonly<Record<string, Uint8Array>>;

const shown = (body: string, files: Files, theme = ''): readonly DocumentNode[] => {
  const { id, files: own } = tiny({ 'report.hbs': page(body), 'theme.css': theme });
  const document = renderReport(loadTemplate({ id, files: { ...own, ...files } }, 'en'), sample());
  return elements(document.body).flatMap(({ children }) =>
    [...children].filter(({ kind }) => kind === 'image' || kind === 'drawing'),
  );
};

const faults = (name: string, data: Uint8Array | null, body = `<p><img alt="" src="${name}"></p>`) =>
  refused(() => shown(body, data === null ? {} : { [name]: data }));

describe('a picture', () => {
  test('is shown at 96 pixels an inch, and is one object however often it is shown', () => {
    const [a, b] = shown('<p><img src="i/a.png" alt=" A  b "><img src="i/a.png" alt=""></p>', {
      'i/a.png': png(40, 20),
    });
    expect(a).toMatchObject({ kind: 'image', width: 30, height: 15, alt: 'A b' });
    expect(a).toMatchObject({ source: { name: 'i/a.png', format: 'png' } });
    expect(b?.kind === 'image' && a?.kind === 'image' && a.source === b.source).toBe(true);
  });

  test.each([
    ['width="10mm"', 28.346, 14.173],
    ['height="2em"', 32, 16],
    ['width="40" height="40"', 30, 30],
  ])('with %s keeps its ratio unless told both', (size, width, height) => {
    const [node] = shown(
      `<p><img src="a.png" alt="" ${size}></p>`,
      { 'a.png': png(4, 2) },
      'p { font-size: 8pt }',
    );
    expect(node?.kind === 'image' && [node.width, node.height]).toEqual([
      expect.closeTo(width, 2),
      expect.closeTo(height, 2),
    ]);
  });

  test('is what its bytes are, not what it is called', () => {
    expect(shown('<p><img src="a.png" alt=""></p>', { 'a.png': JPEG })).toMatchObject([
      { kind: 'image', width: 2.25, height: 1.5, source: { format: 'jpeg' } },
    ]);
  });

  test.each([
    ['grey of 1 bit', 0, 1],
    ['grey of 16 bits', 0, 16],
    ['colours of 8 bits', 2, 8],
    ['colours of 16 bits', 2, 16],
    ['grey and alpha', 4, 8],
    ['alpha of 16 bits', 6, 16],
  ])('of %s is taken', (_, color, depth) => {
    const data = png(9, 5, { color, depth });
    expect(shown('<p><img src="a.png" alt=""></p>', { 'a.png': data })).toHaveLength(1);
  });

  test.each([
    ['progressive', patched([0xff, 0xc0], [0xff, 0xc2])],
    ['upright', turned(1, true)],
  ])('JPEG that is %s is taken', (_, data) => {
    expect(shown('<p><img src="a.jpg" alt=""></p>', { 'a.jpg': data })).toHaveLength(1);
  });

  test('may be an SVG file, drawn as inline SVG is', () => {
    const data = new TextEncoder().encode(
      '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><circle r="2" fill="currentColor"/></svg>',
    );
    expect(
      shown(
        '<p class="c"><img src="a.svg" alt="A" height="20"></p>',
        { 'a.svg': data },
        '.c { color: #ff0000 }',
      ),
    ).toMatchObject([
      {
        kind: 'drawing',
        alt: 'A',
        width: 30,
        height: 15,
        viewBox: [0, 0, 40, 20],
        shapes: [{ fill: '#000000' }],
      },
    ]);
  });
});

describe('a picture is refused, at the place that asks for it,', () => {
  const whole = png(4, 4);
  test.each([
    ['when the file is not there', null, 'image-missing', /no file/],
    [
      'when it is no picture',
      new TextEncoder().encode('hello'),
      'image-invalid',
      /neither PNG nor JPEG nor SVG/,
    ],
    ['when it is no text either', Uint8Array.of(0xff, 1, 2), 'image-invalid', /neither PNG/],
    ['when it is empty', new Uint8Array(), 'image-invalid', /neither PNG/],
    ['when a PNG ends early', whole.subarray(0, -5), 'image-invalid', /ends too early/],
    ['when a PNG is only a beginning', whole.subarray(0, 10), 'image-invalid', /ends too early/],
    ['when a checksum is wrong', Buffer.from(whole).fill(9, 18, 19), 'image-invalid', /checksum/],
    [
      'when pixels are missing',
      png(4, 4, {}, { pixels: new Uint8Array(50) }),
      'image-invalid',
      /not the pixels/,
    ],
    [
      'when there are too many pixels',
      png(4, 4, {}, { pixels: new Uint8Array(5000) }),
      'image-invalid',
      /not the pixels/,
    ],
    [
      'when a row is written in no known way',
      png(1, 1, {}, { pixels: Uint8Array.of(5, 0, 0, 0, 0) }),
      'image-invalid',
      /no way there is/,
    ],
    ['when it has no pixels', png(0, 4), 'image-invalid', /no pixels/],
    ['when it is interlaced', png(4, 4, { interlace: 1 }), 'image-invalid', /interlaced/],
    ['when a depth is none', png(4, 4, { depth: 3 }), 'image-invalid', /no PNG/],
    ['when a palette is missing', png(4, 4, { color: 3 }), 'image-invalid', /no palette/],
    [
      'when one colour is transparent',
      png(4, 4, { color: 2 }, { extra: [chunk('tRNS', new Uint8Array(6))] }),
      'image-invalid',
      /transparent/,
    ],
    ['when a JPEG ends early', JPEG.subarray(0, -2), 'image-invalid', /ends too early/],
    ['when a JPEG is only a beginning', JPEG.subarray(0, 30), 'image-invalid', /ends too early/],
    ['when a JPEG has no header', patched([0xff, 0xc0], [0xff, 0xee]), 'image-invalid', /no header/],
    ['when a JPEG is arithmetic', patched([0xff, 0xc0], [0xff, 0xc9]), 'image-invalid', /of a kind/],
    [
      'when a JPEG is of 12 bits',
      patched([0xff, 0xc0, 0, 11, 8], [0xff, 0xc0, 0, 11, 12]),
      'image-invalid',
      /of a kind/,
    ],
    ['when a JPEG is CMYK', patched([0, 2, 0, 3, 1], [0, 2, 0, 3, 4]), 'image-invalid', /CMYK/],
    ['when a JPEG is turned', turned(6, true), 'image-invalid', /turned/],
    ['when a JPEG is mirrored', turned(2, false), 'image-invalid', /turned/],
  ])('%s', (_, data, code, sentence) => {
    const found = faults('a.png', data);
    expect(places(found)).toEqual([`report.hbs:1:67 ${code}`]);
    expect(found[0]?.sentence).toMatch(sentence);
    expect(found[0]?.hint).not.toBe('');
  });

  test('before it is unpacked, when it has too many pixels', () => {
    const [fault] = faults(
      'a.png',
      png(10_000, 10_000, { color: 0, depth: 1 }, { pixels: new Uint8Array(1) }),
    );
    expect(fault?.sentence).toBe('The picture has 10000 × 10000 pixels.');
  });

  test('with the file that was probably meant', () => {
    const [fault] = refused(() =>
      shown('<p><img src="images/lgo.png" alt=""></p>', { 'images/logo.png': png(1, 1) }),
    );
    expect(fault).toMatchObject({ code: 'image-missing', hint: 'Did you mean `images/logo.png`?' });
  });

  test.each([
    '/etc/passwd',
    '../a.png',
    'a/../../b.png',
    'https://example.com/a.png',
    'data:image/png;base64,AAAA',
    'a\\b.png',
    'C:/a.png',
    '//host/a.png',
    './a.png',
    '',
  ])('when its path is %s', (path) => {
    expect(places(faults(path, null))).toEqual(['report.hbs:1:67 markup-attribute']);
  });

  test('without an alternative text, even an empty one', () => {
    expect(places(faults('a.png', png(1, 1), '<p><img src="a.png"></p>'))).toEqual([
      'report.hbs:1:56 markup-attribute',
    ]);
  });

  test('in a workbook', () => {
    const body =
      '<table data-sheet="A"><thead><tr><th>a</th></tr></thead><tbody><tr><td><img src="a.png" alt=""></td></tr></tbody></table>';
    const { id, files } = tiny({ 'workbook.hbs': page(body) });
    const template = { id, files: { ...files, 'a.png': png(1, 1) } };
    expect(places(refused(() => renderWorkbook(loadTemplate(template, 'en'), sample())))).toEqual([
      expect.stringContaining('workbook.hbs:1:'),
    ]);
  });
});
