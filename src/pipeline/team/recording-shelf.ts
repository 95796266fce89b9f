// A shelf that remembers what it was asked and what it answered, and the same questions put to the world again.
import { canonicalJson } from '../../codec/canonical-json.ts';
import { sha256 } from '../../codec/digest.ts';
import type { Facts } from '../../model/facts.ts';
import type { Digest } from '../../model/scalar.ts';
import type { Question } from '../../model/trace.ts';
import type { SourceFile } from '../../read/reading.ts';
import type { Shelf } from '../shelf.ts';
import type { Witness } from './witness.ts';

/** `questions` in the order of their first asking, each once. `from` gives a path as the attestation sees it. */
export const recordingShelf = (
  shelf: Shelf,
  from: (path: string) => string,
): { readonly shelf: Shelf; readonly questions: () => readonly Question[] } => {
  const asked = new Map<string, Question>();
  const note = (question: Question): void => {
    const { answer: _answer, ...key } = question;
    asked.set(JSON.stringify(key), question);
  };
  return {
    questions: () => [...asked.values()],
    shelf: {
      ...shelf,
      read: async (path) => {
        const file = await shelf.read(path);
        note({ ask: 'file', path: from(path), answer: file === null ? 'absent' : sha256(file.bytes) });
        return file;
      },
      list: async (folder) => {
        const names = await shelf.list(folder);
        note({ ask: 'folder', path: from(folder), answer: digestOfNames(names) });
        return names;
      },
      facts: async (path, files) => {
        const facts = await shelf.facts(path, files);
        note({ ask: 'facts', path: from(path), files, answer: digestOfFacts(facts) });
        return facts;
      },
      bundledModels: async () => {
        const models = await shelf.bundledModels();
        note({ ask: 'bundled-models', answer: digestOfFiles(models) });
        return models;
      },
      bundledPolicy: async () => {
        const policy = await shelf.bundledPolicy();
        note({ ask: 'bundled-policy', answer: digestOfFiles([policy]) });
        return policy;
      },
    },
  };
};

const digestOfNames = (names: readonly string[]): Digest => sha256(JSON.stringify(names));
const digestOfFacts = ({ evidence }: Facts): Digest => sha256(canonicalJson(evidence));
const digestOfFiles = (files: readonly SourceFile[]): Digest =>
  sha256(JSON.stringify(files.map(({ name, bytes }) => [name, sha256(bytes)])));

/** What cannot change while the program runs, so that it is looked at once. */
export type Bundled = { readonly models: Digest; readonly policy: Digest };

export const bundledDigests = async (shelf: Shelf): Promise<Bundled> => ({
  models: digestOfFiles(await shelf.bundledModels()),
  policy: digestOfFiles([await shelf.bundledPolicy()]),
});

/** What the world answers now. `at` makes a path of the attestation's one that can be looked up. */
export const answerNow = (
  question: Question,
  witness: Witness,
  bundled: Bundled,
  at: (path: string) => string,
): string => {
  if (question.ask === 'bundled-models') return bundled.models;
  if (question.ask === 'bundled-policy') return bundled.policy;
  if (question.ask === 'file') {
    const found = witness.measure(at(question.path));
    return found === null ? 'absent' : found === 'unreadable' ? found : found.sha256;
  }
  if (question.ask === 'folder') {
    const names = witness.names(at(question.path));
    return names === 'unreadable' ? names : digestOfNames(names);
  }
  const facts = witness.facts(at(question.path), question.files);
  return facts === null ? 'absent' : facts === 'unreadable' ? facts : digestOfFacts(facts);
};
