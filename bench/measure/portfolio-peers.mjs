// The other engines over many teams: a process for each, alive from the first round to the last.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { HERE } from '../places.mjs';

const answer = (child) =>
  new Promise((resolve, reject) => {
    const gone = (code) => reject(new Error(`ended with ${code}`));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      resolve(message);
    });
  });

export const openPeer = async (name) => {
  const child = fork(join(HERE, 'portfolio-child.mjs'), [name]);
  await answer(child);
  return { name, child };
};

/** `{ times, cpu }`: milliseconds of each team, and of its own process for one. */
export const makeWith = ({ child }, seeds, folder) => {
  child.send({ seeds, folder });
  return answer(child);
};

export const closePeer = ({ child }) =>
  new Promise((resolve) => {
    child.once('exit', resolve);
    child.disconnect();
  });
