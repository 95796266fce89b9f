// What deploy/ holds: right in the eyes of programs that know the formats, retried only where it may be, and a container that builds.
import { container } from '../deploy/container.mjs';
import { formats } from '../deploy/formats.mjs';
import { options } from '../deploy/options.mjs';
import { sense } from '../deploy/sense.mjs';
import { wrapper } from '../deploy/wrapper.mjs';

export const deploy = async () => [
  ...(await formats()),
  ...sense(),
  ...options(),
  ...(await wrapper()),
  ...container(),
];
