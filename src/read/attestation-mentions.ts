// Every place of an attestation where it names a person, evidence, a waiver, a remediation or an instance by id.
import { entriesOf, itemsOf, type Path, type Plain, valueAt } from './plain.ts';
import type { Mention } from './references.ts';

type Kind = 'person' | 'evidence' | 'waiver' | 'remediation' | 'instance';

const DEFINED: Readonly<Record<Kind, { readonly what: string; readonly path: readonly string[] }>> = {
  person: { what: 'a person', path: ['people'] },
  evidence: { what: 'evidence', path: ['evidence'] },
  waiver: { what: 'a waiver', path: ['waivers'] },
  remediation: { what: 'a remediation', path: ['remediations'] },
  instance: { what: 'an instance', path: ['system', 'instances'] },
};

/** All mentions, whether or not what they name is defined. */
export const mentionsIn = (data: Plain): readonly Mention[] => {
  const ids = (kind: Kind): ReadonlySet<string> =>
    new Set(entriesOf(valueAt(data, DEFINED[kind].path)).map(([id]) => id));
  const known: Known = {
    person: ids('person'),
    evidence: ids('evidence'),
    waiver: ids('waiver'),
    remediation: ids('remediation'),
    instance: ids('instance'),
  };
  return [...answers(data, known), ...evidence(data, known), ...waivers(data, known), ...plans(data, known)];
};

type Known = Readonly<Record<Kind, ReadonlySet<string>>>;

const mention = (known: Known, kind: Kind, path: Path, id: Plain, at: Mention['at'] = 'value'): Mention => ({
  path,
  at,
  id,
  what: DEFINED[kind].what,
  defined: DEFINED[kind].path.join('.'),
  ids: known[kind],
});

const answers = (data: Plain, known: Known): readonly Mention[] =>
  entriesOf(valueAt(data, ['duties'])).flatMap(([model, duties]) =>
    entriesOf(duties).flatMap(([duty, answer]) => {
      const path = ['duties', model, duty];
      return [
        ...own(answer, path, known),
        ...own(valueAt(answer, ['inherited', 'ours']), [...path, 'inherited', 'ours'], known),
      ];
    }),
  );

const own = (answer: Plain, path: Path, known: Known): readonly Mention[] => {
  const one = (kind: Kind, key: string): Mention =>
    mention(known, kind, [...path, key], valueAt(answer, [key]));
  return [
    one('person', 'owner'),
    one('waiver', 'waiver'),
    one('remediation', 'remediation'),
    ...itemsOf(valueAt(answer, ['evidence'])).map((id, index) =>
      mention(known, 'evidence', [...path, 'evidence', index], id),
    ),
    ...itemsOf(valueAt(answer, ['tests'])).map((test, index) =>
      mention(known, 'person', [...path, 'tests', index, 'by'], valueAt(test, ['by'])),
    ),
    ...entriesOf(valueAt(answer, ['except'])).flatMap(([instance, exception]) => [
      mention(known, 'instance', [...path, 'except', instance], instance, 'key'),
      mention(
        known,
        'remediation',
        [...path, 'except', instance, 'remediation'],
        valueAt(exception, ['remediation']),
      ),
    ]),
  ];
};

const evidence = (data: Plain, known: Known): readonly Mention[] =>
  entriesOf(valueAt(data, ['evidence'])).map(([id, item]) =>
    mention(known, 'person', ['evidence', id, 'by'], valueAt(item, ['by'])),
  );

const waivers = (data: Plain, known: Known): readonly Mention[] =>
  entriesOf(valueAt(data, ['waivers'])).flatMap(([id, waiver]) => [
    mention(known, 'person', ['waivers', id, 'accepted-by'], valueAt(waiver, ['accepted-by'])),
    mention(known, 'evidence', ['waivers', id, 'proof'], valueAt(waiver, ['proof'])),
  ]);

const plans = (data: Plain, known: Known): readonly Mention[] => [
  ...entriesOf(valueAt(data, ['remediations'])).map(([id, plan]) =>
    mention(known, 'person', ['remediations', id, 'owner'], valueAt(plan, ['owner'])),
  ),
  ...itemsOf(valueAt(data, ['approvals'])).map((approval, index) =>
    mention(known, 'person', ['approvals', index, 'person'], valueAt(approval, ['person'])),
  ),
];
