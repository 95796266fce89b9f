// The three-way merge of a filled form: what is applied, what is a conflict, and what is refused with its row.
import { describe, expect, test } from 'vitest';
import { ATTESTATION, apply, formOf, modelText, papersOf, told, type, workbookOf } from './sample.ts';

const DATA = formOf();
const C1 = 'svc/AA-01-C1';
const C2 = 'svc/AA-01-C2';

const filled = (act: (papers: ReturnType<typeof papersOf>) => void) => {
  const papers = papersOf(DATA);
  act(papers);
  return workbookOf(DATA, papers);
};

test('an untouched form changes nothing', () => {
  const applied = apply(workbookOf(DATA));
  expect(told(applied)).toEqual([]);
  expect(applied.notes).toEqual([]);
  expect(applied.text).toBeNull();
  expect(applied.verdicts).toHaveLength(DATA.answers.length * 10 + 4 + 2 * 13 + 9);
});

describe('a cell changed in the form alone', () => {
  test('is applied, and every byte beside it stays', () => {
    const applied = apply(filled((papers) => type(papers, 'answers', C1, 'status', 'partial')));
    expect(told(applied)).toEqual([`applied 'Sheet answers'!B3 ${C1} status`]);
    expect(applied.text).toBe(ATTESTATION.replace('implemented # checked', 'partial # checked'));
  });

  test('fills in a duty of which nothing was said', () => {
    const applied = apply(
      filled((papers) => {
        type(papers, 'answers', C2, 'status', 'planned');
        type(papers, 'answers', C2, 'remediation', 'RM-01');
        type(papers, 'answers', C2, 'statement', '=HYPERLINK("x")\r\nline two  \n');
      }),
    );
    expect(applied.text).toContain(
      '    AA-01-C2:\n      status: planned\n      statement: |-\n        =HYPERLINK("x")\n        line two\n      remediation: RM-01\n',
    );
  });

  test('answers a resource as a whole, and a new record is written field by field', () => {
    const applied = apply(
      filled((papers) => {
        papers.evidence.rows.push([
          'EV-03',
          'record',
          'New',
          'evidence/new.csv',
          ...Array<null>(10).fill(null),
        ]);
        type(papers, 'answers', C2, 'evidence', 'EV-03, EV-01');
        type(papers, 'answers', C2, 'status', 'implemented');
      }),
    );
    expect(told(applied).filter((line) => !line.startsWith('applied'))).toEqual([]);
    expect(applied.text).toContain(
      '  EV-03:\n    type: record\n    title: New\n    file: evidence/new.csv\n',
    );
    expect(applied.text).toContain('      evidence: [EV-03, EV-01]\n');
  });

  test('takes a value away where it was emptied', () => {
    const applied = apply(filled((papers) => type(papers, 'evidence', 'EV-02', 'keep', null)));
    expect(applied.text).toBe(ATTESTATION.replace('    keep: reference\n', ''));
  });
});

describe('a cell changed on both sides', () => {
  test('is a conflict, in which the file stays and the rest of the row is applied', () => {
    const workbook = filled((papers) => {
      type(papers, 'answers', C1, 'status', 'partial');
      type(papers, 'answers', C1, 'owner', 'sre');
    });
    const applied = apply(workbook, ATTESTATION.replace('implemented # checked', 'planned # checked'));
    expect(told(applied)).toEqual([
      `conflict 'Sheet answers'!B3 ${C1} status`,
      `applied 'Sheet answers'!C3 ${C1} owner`,
    ]);
    expect(applied.verdicts.find(({ kind }) => kind === 'conflict')).toMatchObject({
      base: 'implemented',
      form: 'partial',
      file: 'planned',
    });
    expect(applied.text).toContain('status: planned # checked\n      owner: sre\n');
    expect(applied.notes.map(({ kind }) => kind)).toEqual(['attestation-changed']);
  });

  test('to the same is nothing', () => {
    const applied = apply(
      filled((papers) => type(papers, 'answers', C1, 'status', 'planned')),
      ATTESTATION.replace('implemented # checked', 'planned # checked'),
    );
    expect(told(applied)).toEqual([]);
    expect(applied.text).toBeNull();
  });

  test('with a new id that somebody registered meanwhile', () => {
    const applied = apply(
      filled((papers) =>
        papers.evidence.rows.push(['EV-03', 'record', 'Mine', null, 'Here', ...Array<null>(9).fill(null)]),
      ),
      ATTESTATION.replace('waivers:', '  EV-03: { type: ticket, title: Theirs, location: Here }\nwaivers:'),
    );
    expect(told(applied)).toEqual([
      "conflict 'Sheet evidence'!B4 EV-03 type",
      "conflict 'Sheet evidence'!C4 EV-03 title",
    ]);
  });
});

describe('a row is refused whole', () => {
  const refused = (
    act: (papers: ReturnType<typeof papersOf>) => void,
    text = ATTESTATION,
    model = modelText(),
  ) => {
    const applied = apply(filled(act), text, model);
    expect(applied.text).toBeNull();
    return told(applied);
  };

  test('when one of its cells is', () => {
    const lines = refused((papers) => {
      type(papers, 'answers', C1, 'status', 'done');
      type(papers, 'answers', C1, 'owner', 'sre');
    });
    expect(lines).toEqual([
      `rejected 'Sheet answers'!B3 ${C1} status: There is no \`done\`.`,
      `rejected 'Sheet answers'!C3 ${C1} owner: Another cell of its row was rejected, and a row is taken whole or not at all.`,
    ]);
  });

  test('when a new record lacks what it needs', () => {
    const lines = refused((papers) =>
      papers.evidence.rows.push(['EV-03', 'record', ...Array<null>(12).fill(null)]),
    );
    expect(lines).toEqual(["rejected 'Sheet evidence'!B4 EV-03 type: The record would have no title."]);
    expect(
      refused((papers) =>
        papers.evidence.rows.push(['EV-03', 'record', 'T', ...Array<null>(11).fill(null)]),
      )[0],
    ).toContain('neither file nor location');
  });

  test('and so is what names a record that was refused', () => {
    const lines = refused((papers) => {
      papers.evidence.rows.push(['EV-03', 'record', ...Array<null>(12).fill(null)]);
      type(papers, 'answers', C2, 'evidence', 'EV-03');
    });
    expect(lines).toContain(`rejected 'Sheet answers'!F4 ${C2} evidence: There is no \`EV-03\`.`);
  });

  test('when two rows have its id', () => {
    const lines = refused((papers) => {
      papers.answers.rows.push([C1, 'partial', ...Array<null>(8).fill(null)]);
      type(papers, 'answers', C1, 'owner', 'sre');
    });
    expect(lines.filter((line) => line.includes(`${C1} id: `))).toHaveLength(2);
    expect(lines[0]).toContain("2 rows have this id: 'Sheet answers'!A3, 'Sheet answers'!A9.");
    expect(lines.every((line) => line.startsWith('rejected'))).toBe(true);
  });

  test('when its id was edited, and the record it stood for is untouched and named', () => {
    const papers = papersOf(DATA);
    type(papers, 'answers', C1, 'id', 'svc/AA-01-C9');
    const applied = apply(workbookOf(DATA, papers));
    expect(applied.text).toBeNull();
    expect(told(applied)[0]).toBe(
      "rejected 'Sheet answers'!B3 svc/AA-01-C9 status: No row of this form has the id svc/AA-01-C9.",
    );
    expect(applied.notes).toEqual([
      {
        kind: 'row-missing',
        sentence: `The sheet Sheet answers has no row of ${C1}: nothing of it is changed.`,
      },
    ]);
  });

  test('when its id is empty or of another owner', () => {
    expect(refused((papers) => type(papers, 'answers', C2, 'id', null))).toEqual([]);
    expect(
      refused((papers) => {
        type(papers, 'answers', C2, 'status', 'planned');
        type(papers, 'answers', C2, 'id', null);
      }),
    ).toEqual(["rejected 'Sheet answers'!B4  status: Its row has no id."]);
    const lines = refused((papers) => {
      type(papers, 'answers', C2, 'status', 'planned');
      type(papers, 'answers', C2, 'id', 'svc/AA-03-C1');
    });
    expect(lines).toEqual([
      "rejected 'Sheet answers'!B4 svc/AA-03-C1 status: This form does not ask for svc/AA-03-C1.",
    ]);
  });

  test('when the duty has left the model or is inherited now', () => {
    const answer = (papers: ReturnType<typeof papersOf>) => type(papers, 'answers', C2, 'status', 'planned');
    const later = ATTESTATION.replace('revision: "2026-01-01"', 'revision: "2026-06-01"');
    expect(refused(answer, later, modelText('2026-06-01', true))[0]).toContain(
      'has no svc/AA-01-C2 any more',
    );
    const theirs = ATTESTATION.replace(
      'AA-01-C2:\n',
      'AA-01-C2: { inherited: { from: platform, ours: none } }\n',
    );
    expect(refused(answer, theirs)[0]).toContain('is taken from another team now');
  });

  test('when an exception has no answer to be made from', () => {
    const lines = refused((papers) => {
      papers.exceptions.rows.push([C2, 'de', 'partial', null, null, null]);
      papers.exceptions.rows.push([C1, 'us', 'partial', null, null, null]);
    });
    expect(lines).toEqual([
      `rejected 'Sheet exceptions'!C3 ${C2} @ de status: ${C2} has no answer of its own to make an exception from.`,
      `rejected 'Sheet exceptions'!C4 ${C1} @ us status: There is no instance us.`,
    ]);
  });
});

test('an exception to an answer of the same form is applied', () => {
  const applied = apply(
    filled((papers) => {
      type(papers, 'answers', C2, 'status', 'implemented');
      papers.exceptions.rows.push([C2, 'de', 'partial', 'Not yet.', null, null]);
    }),
  );
  expect(applied.text).toContain(
    '    AA-01-C2:\n      status: implemented\n      except:\n        de:\n          status: partial\n          statement: Not yet.\n',
  );
});
