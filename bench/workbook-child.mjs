// A process of its own for workbooks. `warm FOLDER ROUNDS TURNS` writes a team's workbook by turns with our writer and with exceljs alone;
// `large WRITER [TIMES]` writes the large one, or so many times its rows, once with one of them and says what that took; `read READER FILE` reads a filled form once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { median } from './measure/numbers.mjs';
import { writeWithExceljs } from './peers/exceljs.mjs';
import { product } from './places.mjs';
import { largeBook, packBook, treeOf } from './work/book.mjs';
import { plainBook } from './work/plain-book.mjs';

const WARM_MS = 6000;

const [mode, ...args] = process.argv.slice(2);

const ours = async () => {
  const { writeXlsx } = await product('write/xlsx/index.js');
  return writeXlsx;
};

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const timed = async (work) => {
  const [start, before] = [performance.now(), cpuMs()];
  const { length } = await work();
  return { ms: performance.now() - start, cpu: cpuMs() - before, bytes: length };
};

const warm = async ([folder, rounds, turns]) => {
  const writeXlsx = await ours();
  const tree = await packBook(join(folder, 'team'));
  const plain = plainBook(tree);
  const turn = async () => ({
    ours: await timed(() => writeXlsx(tree)),
    exceljs: await timed(() => writeWithExceljs(plain)),
  });
  const until = performance.now() + WARM_MS;
  do await turn();
  while (performance.now() < until);
  const taken = [];
  for (let round = 0; round < Number(rounds); round += 1) {
    const made = [];
    for (let index = 0; index < Number(turns); index += 1) made.push(await turn());
    taken.push({ ours: middleOf(made, 'ours'), exceljs: middleOf(made, 'exceljs') });
  }
  return { ...sizeOf(tree), rounds: taken };
};

/** Each field's median over the turns of a round. */
const middleOf = (made, writer) =>
  Object.fromEntries(
    ['ms', 'cpu', 'bytes'].map((field) => [field, median(made.map((one) => one[writer][field]))]),
  );

const sizeOf = ({ sheets }) => ({
  sheets: sheets.length,
  cells: sheets.reduce((sum, { rows }) => sum + rows.reduce((all, { cells }) => all + cells.length, 0), 0),
});

/** Each is given what it takes, and nothing is left of what that was made from. */
const largeWork = {
  ours: async (times) => {
    const writeXlsx = await ours();
    const tree = treeOf(largeBook(times));
    return () => writeXlsx(tree);
  },
  exceljs: async (times) => {
    const plain = plainBook(largeBook(times));
    return () => writeWithExceljs(plain);
  },
};

const readers = {
  ours: async (bytes) => {
    const { readXlsx } = await product('codec/xlsx/index.js');
    const { readForm } = await product('edit/form/read-form.js');
    return () => readForm(readXlsx(new Uint8Array(bytes), 'form.xlsx'));
  },
  exceljs: (bytes) => () => new exceljs.Workbook().xlsx.load(bytes),
};

const read = async ([reader, file]) => {
  const bytes = readFileSync(file);
  const work = await readers[reader](bytes);
  globalThis.gc();
  const given = process.memoryUsage.rss();
  const taken = await timed(async () => {
    await work();
    return bytes;
  });
  return { ...taken, given, rss: process.resourceUsage().maxRSS * 1024 };
};

const large = async ([writer, times]) => {
  const write = await largeWork[writer](Number(times ?? 1));
  globalThis.gc();
  const given = process.memoryUsage.rss();
  return { ...(await timed(write)), given, rss: process.resourceUsage().maxRSS * 1024 };
};

process.stdout.write(JSON.stringify(await { warm, large, read }[mode](args)));
