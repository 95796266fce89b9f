// Makes the tables of a report that ask for it sort and filter in a browser. The page carries this text as it stands here.
// Texts of the page are compared and shown as texts; none of them is ever run or read as markup.

const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const [NUMBERS, DAYS, WORDS, NOTHING] = [0, 1, 2, 3];

/** Runs of white space are one space, as they are shown. */
export const squeezed = (text) => text.replace(/\s+/g, ' ').trim();

/** The same for capitals and small letters, in no language's own way. */
export const folded = (text) => squeezed(text).normalize('NFC').toUpperCase().toLowerCase();

/** Where a cell comes in the order: by the value of its <data>, the day of its <time> (null for none), else by its text. */
export const keyOf = (datum, day, text) => {
  if (datum === 'true' || datum === 'false') return { rank: NUMBERS, value: Number(datum === 'true') };
  if (datum !== null) return { rank: NUMBERS, value: Number(datum) };
  if (day !== null) return { rank: DAYS, value: day };
  const words = folded(text);
  if (words === '') return { rank: NOTHING, value: words };
  return NUMBER.test(words) ? { rank: NUMBERS, value: Number(words) } : { rank: WORDS, value: words };
};

/** Numbers, then days, then words; what is empty comes last in both directions (1 upwards, -1 downwards). */
export const compare = (a, b, direction) => {
  if (a.rank === NOTHING || b.rank === NOTHING) return a.rank - b.rank;
  if (a.rank !== b.rank) return (a.rank - b.rank) * direction;
  if (a.value === b.value) return 0;
  return a.value < b.value ? -direction : direction;
};

/** What a header's button does next: upwards, downwards, and back to the order of the document. */
export const nextOrder = (order, column) => {
  if (order === null || order.column !== column) return { column, direction: 1 };
  return order.direction === 1 ? { column, direction: -1 } : null;
};

/** True when every word of the search stands somewhere in the row, and each column with a choice has just its words. */
export const isWanted = ({ texts, folds }, search, chosen) =>
  folded(search)
    .split(' ')
    .every((word) => folds.some((text) => text.includes(word))) &&
  chosen.every(({ column, words }) => words === null || texts[column] === words);

export const countText = (label, shown, all) =>
  label.replaceAll('{shown}', String(shown)).replaceAll('{all}', String(all));

const make = (tag, name, text = '') => {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
};

const cellKey = (cell) =>
  keyOf(
    cell.querySelector('data[value]')?.getAttribute('value') ?? null,
    cell.querySelector('time[datetime]')?.getAttribute('datetime') ?? null,
    cell.textContent,
  );

/** The rows of one <tbody>. One that has not a cell for each column is the heading of its group and stays on top. */
const groupOf = (body, columns) => {
  const all = [...body.rows];
  const rows = all.filter((row) => row.cells.length === columns);
  const headings = all.filter((row) => row.cells.length !== columns);
  const read = rows.map((row) => {
    const cells = [...row.cells];
    const texts = cells.map((cell) => squeezed(cell.textContent));
    return { row, keys: cells.map(cellKey), texts, folds: texts.map(folded) };
  });
  return { body, headings, rows: read };
};

/** Puts the rows of a group into an order; rows that are equal in it stay in the order of the document. */
const arrange = ({ body, rows }, order) => {
  const arranged = rows.slice();
  if (order !== null)
    arranged.sort((a, b) => compare(a.keys[order.column], b.keys[order.column], order.direction));
  const together = document.createDocumentFragment();
  for (const { row } of arranged) together.append(row);
  body.append(together);
};

/** Every header that has a text becomes a button. */
const addSort = (headers, groups) => {
  let order = null;
  const show = () => {
    for (const group of groups) arrange(group, order);
    for (const [column, header] of headers.entries()) {
      if (order?.column !== column) header.removeAttribute('aria-sort');
      else header.setAttribute('aria-sort', order.direction === 1 ? 'ascending' : 'descending');
    }
  };
  for (const [column, header] of headers.entries()) {
    if (squeezed(header.textContent) === '') continue;
    const button = make('button', 'table-order');
    button.type = 'button';
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener('click', () => {
      order = nextOrder(order, column);
      show();
    });
  }
};

/** Hides the rows that are not wanted, and headings above nothing. Returns how many are shown. */
const hide = (groups, search, chosen) => {
  let shown = 0;
  for (const { headings, rows } of groups) {
    let here = 0;
    for (const read of rows) {
      read.row.hidden = !isWanted(read, search, chosen);
      if (!read.row.hidden) here += 1;
    }
    for (const heading of headings) heading.hidden = rows.length > 0 && here === 0;
    shown += here;
  }
  return shown;
};

/** A list of the words of a column, under the header's text as its name. */
const choiceOf = (header, column, groups) => {
  const select = make('select', 'table-choice');
  select.setAttribute('aria-label', squeezed(header.textContent));
  const words = new Map();
  for (const { keys, texts } of groups.flatMap(({ rows }) => rows)) words.set(texts[column], keys[column]);
  const sorted = [...words].sort(([, a], [, b]) => compare(a, b, 1));
  select.append(new Option(header.dataset.choices));
  for (const [text] of sorted) if (text !== '') select.append(new Option(text));
  return { select, column };
};

const addFilter = (table, headers, groups) => {
  const all = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const controls = make('div', 'table-controls');
  const { font, color } = getComputedStyle(table);
  Object.assign(controls.style, { font, color });
  const label = make('label', 'table-search', table.dataset.filterLabel ?? '');
  const field = make('input', 'table-field');
  field.type = 'search';
  field.autocomplete = 'off';
  label.append(' ', field);
  const choices = [...headers.entries()]
    .filter(([, header]) => header.dataset.choices !== undefined)
    .map(([column, header]) => choiceOf(header, column, groups));
  const count = make('p', 'table-count');
  count.setAttribute('role', 'status');
  const show = () => {
    const chosen = choices.map(({ select, column }) => ({
      column,
      words: select.selectedIndex < 1 ? null : select.value,
    }));
    const shown = hide(groups, field.value, chosen);
    count.textContent = countText(table.dataset.countLabel ?? '', shown, all);
    controls.classList.toggle('table-filtered', shown < all);
  };
  const reset = () => {
    field.value = '';
    for (const { select } of choices) select.selectedIndex = 0;
    show();
  };
  field.addEventListener('input', show);
  for (const { select } of choices) select.addEventListener('change', show);
  controls.append(label, ...choices.map(({ select }) => select), count);
  table.before(controls);
  show();
  return reset;
};

/** A link to something in a row that is hidden shows all rows again before the browser goes there. */
const showTargets = (table, reset) => {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target && table.contains(target) && target.closest('[hidden]') !== null) reset();
  });
};

const makeInteractive = (table) => {
  const headers = [...(table.tHead?.rows[0]?.cells ?? [])];
  const groups = [...table.tBodies].map((body) => groupOf(body, headers.length));
  const wanted = table.dataset.interactive.split(' ');
  // The filter first: it reads the headers' texts before they are buttons.
  if (wanted.includes('filter')) showTargets(table, addFilter(table, headers, groups));
  if (wanted.includes('sort')) addSort(headers, groups);
};

for (const table of globalThis.document?.querySelectorAll('table[data-interactive]') ?? [])
  makeInteractive(table);
