// Listens to a preview's stream of events as an open page does.

export type Told = Readonly<Record<string, string | null>>;
export type Events = { readonly next: () => Promise<Told>; readonly end: () => Promise<void> };

/** `next` resolves with each thing told, in order. */
export const eventsOf = async (address: string): Promise<Events> => {
  const response = await fetch(new URL('/events', address));
  if (response.body === null) throw new Error('no events');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  const next = async (): Promise<Told> => {
    const end = held.indexOf('\n\n');
    if (end >= 0) {
      const told: Told = JSON.parse(held.slice('data: '.length, end));
      held = held.slice(end + 2);
      return told;
    }
    const { value, done } = await reader.read();
    if (done) throw new Error('the events have ended');
    held += value;
    return next();
  };
  return { next, end: () => reader.cancel() };
};
