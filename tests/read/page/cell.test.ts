// The items of a cell. The rules are those of docs/dialects.md.
import { describe, expect, it } from 'vitest';
import { cellItems } from '../../../src/read/page/cell.ts';

describe('cells with bullets', () => {
  it.each([
    ['- a \\n - b', ['a', 'b']],
    ['* a  \\n *b \\n c \\n d', ['a', 'b', 'c', 'd']],
    ['a. \\n - b', ['a.', 'b']],
    ['Do this: \\n - a \\n - b', ['Do this: a', 'b']],
    ['- a \\n  \\n For more information, see b.', ['a For more information, see b.']],
    ['1. a \\n 2. b', ['a', 'b']],
    ['<ul><li>a<ul><li>b</ul><li> <p>c</p></li></li></ul>', ['a', 'b', 'c']],
    ['<p>Do this:</p><ol><li>a</li><li>b</li></ol>', ['Do this: a', 'b']],
    ['• a<br>• b', ['a', 'b']],
    ['- a\n- b', ['a', 'b']],
    ['- None. \\n - N/A', ['None.', 'N/A']],
  ])('%s', (cell, items) => {
    expect(cellItems(cell)).toEqual(items);
  });
});

describe('cells without', () => {
  it.each([
    ['Do a. Do b.', ['Do a. Do b.']],
    ['Do a.   \\n Do b.', ['Do a.', 'Do b.']],
    ['Do [a](x).<br/>Do **b**.</br>Do c.', ['Do a.', 'Do b.', 'Do c.']],
    ['Do a. </br>Do b in [c](x)', ['Do a.', 'Do b in c']],
    ['Do a.<br>Do b.<br>{{site.data.keyword.c}} does', ['Do a.', 'Do b.', '{{c}} does']],
    ['Do a.<br>Do b<br>Do c.', ['Do a. Do b Do c.']],
    ['Do a<br>Do b', ['Do a Do b']],
    ['Do a.<br>Optional', ['Do a. Optional']],
    ['Do a.<br>(not b)', ['Do a. (not b)']],
    ['Do a. This includes:<br>Do b', ['Do a. This includes: Do b']],
    ['Do a.<br><br>Do b', ['Do a. Do b']],
    ['Do a. \\n \\n Do b.', ['Do a. Do b.']],
    ['Do a.\\n\\n Do b.', ['Do a. Do b.']],
    ['Do a.<br><br>Do b.', ['Do a. Do b.']],
    ['<p>Do a.</p><p>Do b.</p>', ['Do a. Do b.']],
    ['Do a. \\n For details, see b.', ['Do a. For details, see b.']],
    ['Do a \\n until b.', ['Do a until b.']],
    ['Do a. \\n then b.', ['Do a. then b.']],
    ['{{site.data.keyword.nimbus}} N/A', ['{{nimbus}} N/A']],
    ['<p></p>', []],
  ])('%s', (cell, items) => {
    expect(cellItems(cell)).toEqual(items);
  });
});
