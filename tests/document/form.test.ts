// What forms ask of the document layer: texts that keep their white space, lists that end where their words do, and a template that
// makes forms at all.
import { describe, expect, test } from 'vitest';
import { loadTemplate, renderForm } from '../../src/document/index.ts';
import { formOf } from '../edit/form/sample.ts';
import { page, refused, tiny, workbookOf } from './tiny.ts';

const sheet = (cells: string, css: string) =>
  workbookOf({
    'workbook.hbs': page(`<table data-sheet="S"><tbody><tr>${cells}</tr></tbody></table>`),
    'theme.css': css,
  }).sheets[0]?.rows[0]?.cells.map(({ value }) => (value.kind === 'text' ? value.text : value.kind));

describe('white space in a cell', () => {
  test('is kept where the theme says so, and collapsed elsewhere', () => {
    const text = '  a  b\n\n\tc ';
    const css = '.kept { white-space: pre-wrap }';
    expect(sheet(`<td class="kept">${text}</td><td>${text}</td>`, css)).toEqual([text, 'a b c']);
  });

  test('does not keep a cell without text from being empty', () => {
    expect(sheet('<td class="kept"></td>', '.kept { white-space: pre }')).toEqual(['empty']);
  });

  test('is what stands between blocks as well', () => {
    expect(sheet('<td class="kept"><p>a  b</p><p>c</p></td>', '.kept { white-space: pre-wrap }')).toEqual([
      'a  b\nc',
    ]);
  });
});

test('a named column ends with its last word, or with its last cell that takes one', () => {
  const rows =
    '<tr><td>a</td><td>x</td><td></td><td></td></tr><tr><td>b</td><td></td><td data-input="text"></td><td></td></tr><tr><td>c</td><td></td><td></td><td></td></tr>';
  const columns = ['list_long', 'list_short', 'list_typed', 'list_none'].map(
    (name) => `<col data-name="${name}">`,
  );
  const { names } = workbookOf({
    'workbook.hbs': page(
      `<table data-sheet="L"><colgroup>${columns.join('')}</colgroup><thead><tr><th>1</th><th>2</th><th>3</th><th>4</th></tr></thead><tbody>${rows}</tbody></table>`,
    ),
  });
  expect(Object.fromEntries(names.map(({ name, refersTo }) => [name, refersTo.split('!')[1]]))).toEqual({
    list_long: '$A$2:$A$4',
    list_short: '$B$2:$B$2',
    list_typed: '$C$2:$C$3',
    list_none: '$D$2:$D$4',
  });
});

describe('form.hbs', () => {
  test('is rendered with the data of a form', () => {
    const files = tiny({
      'form.hbs': page(
        '<table data-sheet="F"><tbody><tr><td>{{team.name}}</td><td>{{count answers}}</td></tr></tbody></table>',
      ),
    });
    const { sheets } = renderForm(loadTemplate(files, 'en'), formOf());
    expect(sheets[0]?.rows[0]?.cells[0]?.value).toEqual({ kind: 'text', text: 'Payments' });
  });

  test('is asked for where a template has none', () => {
    const diagnostics = refused(() => renderForm(loadTemplate(tiny({}), 'en'), formOf()));
    expect(diagnostics.map(({ file, sentence }) => `${file}: ${sentence}`)).toEqual([
      'form.hbs: The template has no `form.hbs`, so it makes no forms.',
    ]);
  });
});
