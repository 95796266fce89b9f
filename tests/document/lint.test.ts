// What is refused before anything renders: every fault of every file, each at its place.
import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../src/document/index.ts';
import { places, refused, type Texts, tiny } from './tiny.ts';

const faults = (texts: Texts): readonly string[] => places(refused(() => loadTemplate(tiny(texts), 'en')));
const inReport = (text: string): readonly string[] => faults({ 'report.hbs': text });

describe('the lint of templates', () => {
  test.each([
    ['an unknown helper', 'a\n{{nope 1}}', 'report.hbs:2:3 template-helper-unknown'],
    ['an unknown helper inside', '{{concat (nope 1) "x"}}', 'report.hbs:1:11 template-helper-unknown'],
    ['a built-in that is not ours', '{{#lookup x}}{{/lookup}}', 'report.hbs:1:4 template-helper-unknown'],
    ['a block called inline', '{{if x}}', 'report.hbs:1:3 template-helper-unknown'],
    ['a log', '{{log "x"}}', 'report.hbs:1:3 template-helper-unknown'],
    ['an unknown partial', '<p>\n  {{> nope}}', 'report.hbs:2:7 template-partial-unknown'],
    ['a computed partial', '{{> (concat "it" "em")}}', 'report.hbs:1:5 template-partial-unknown'],
    ['three braces', 'ab {{{team.name}}}', 'report.hbs:1:4 template-unescaped'],
    ['an ampersand', '{{& team.name}}', 'report.hbs:1:1 template-unescaped'],
    ['an inline partial', '{{#*inline "x"}}a{{/inline}}', 'report.hbs:1:1 template-syntax'],
    ['an unknown @name', '{{@nope}}', 'report.hbs:1:3 template-name-missing'],
    ['too few values', '{{eq 1}}', 'report.hbs:1:1 template-syntax'],
    ['too many values', '{{day 1 2}}', 'report.hbs:1:1 template-syntax'],
    ['an unknown named value', "{{mark 'supported' colour='red'}}", 'report.hbs:1:20 template-syntax'],
    ['a block with two values', '{{#if a b}}{{/if}}', 'report.hbs:1:1 template-syntax'],
    ['undefined', '{{or undefined 1}}', 'report.hbs:1:6 template-syntax'],
    ['a missing word', "{{word 'result' 'nope'}}", 'report.hbs:1:1 words-missing'],
    ['a missing map of words', "{{word 'nope' team.name}}", 'report.hbs:1:1 words-missing'],
  ])('refuses %s', (_, text, expected) => {
    expect(inReport(text)).toEqual([expected]);
  });

  test.each([
    ['a block that is not closed', 'one\n{{#if a}}\ntwo', 'report.hbs:3:4 template-syntax'],
    ['a block closed by another name', 'x\n {{#if a}}{{/each}}', 'report.hbs:2:5 template-syntax'],
    ['braces that are not closed', 'one\ntwo {{foo', 'report.hbs:2:7 template-syntax'],
    ['else outside a block', 'one\r\n  {{else}}', 'report.hbs:2:3 template-syntax'],
  ])('places the syntax error of %s', (_, text, expected) => {
    expect(inReport(text)).toEqual([expected]);
  });

  test('tells the faults of all files at once', () => {
    const found = faults({
      'report.hbs': '{{a b}}{{{c}}}',
      'partials/item.hbs': '{{#if',
      'theme.css': 'p { colour: red }',
    });
    expect(found).toEqual([
      'report.hbs:1:3 template-helper-unknown',
      'report.hbs:1:8 template-unescaped',
      'partials/item.hbs:1:4 template-syntax',
      'theme.css:1:5 css-property',
    ]);
  });

  test('says what was meant', () => {
    const [diagnostic] = refused(() => loadTemplate(tiny({ 'report.hbs': "{{wrod 'a'}}" }), 'en'));
    expect(diagnostic).toMatchObject({
      hint: 'Did you mean `word`?',
      excerpt: "{{wrod 'a'}}",
      place: { line: 1, column: 3, length: 4 },
    });
  });
});

describe('partials', () => {
  test('may not call themselves, over however many others', () => {
    const found = faults({
      'partials/item.hbs': '\n{{> other}}',
      'partials/other.hbs': '{{#if a}}{{> item}}{{/if}}',
    });
    expect(found).toEqual([
      'partials/item.hbs:2:1 template-partial-unknown',
      'partials/other.hbs:1:10 template-partial-unknown',
    ]);
  });

  test('that ask for a block must be given one', () => {
    const texts = {
      'partials/frame.hbs': '<div>{{> @partial-block}}</div>',
      'partials/item.hbs': '{{> frame}}{{#> frame}}x{{/frame}}',
    };
    expect(faults(texts)).toEqual(['partials/item.hbs:1:1 template-partial-unknown']);
  });
});

describe('the folder', () => {
  test('must have its files', () => {
    const files = tiny();
    const { 'theme.css': _, ...rest } = files.files;
    expect(places(refused(() => loadTemplate({ id: 'tiny', files: rest }, 'de')))).toEqual([
      'theme.css:-:- reference-unknown',
      'words.de.yaml:-:- words-missing',
    ]);
  });

  test('holds text in UTF-8', () => {
    const files = { ...tiny().files, 'report.hbs': new Uint8Array([0x61, 0xff]) };
    expect(places(refused(() => loadTemplate({ id: 'tiny', files }, 'en')))).toEqual([
      'report.hbs:-:- file-not-utf8',
    ]);
  });

  test('holds words that are text', () => {
    expect(faults({ 'words.en.yaml': 'result: { supported: [a] }\nother: x\nother: y\n' })).toEqual([
      'words.en.yaml:3:1 key-duplicate',
    ]);
    expect(faults({ 'words.en.yaml': 'result: { supported: [a] }\n' })).toEqual([
      'words.en.yaml:1:22 value-invalid',
    ]);
  });
});
