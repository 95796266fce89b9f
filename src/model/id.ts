// What an id looks like, as a pattern alone: who only asks that much does without the schemas.

/** Lower-case id of a team, system, person, instance, model or policy. */
export const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
export const isId = (word: string): boolean => ID.test(word);
