// A late drawer makes its drawer once, with the first drawing, and closes what it made.
import { expect, test } from 'vitest';
import { lateDrawer } from '../../src/cli/late-drawer.ts';

const counting = () => {
  const counts = { made: 0, closed: 0 };
  const drawer = lateDrawer(async () => {
    counts.made += 1;
    return {
      pack: async () => ({ pdf: new Uint8Array([1]), xlsx: new Uint8Array([2]) }),
      html: async () => 'page',
      form: async () => new Uint8Array([3]),
      close: async () => {
        counts.closed += 1;
      },
    };
  });
  return { counts, drawer };
};
const TEMPLATE = { id: 'a', files: {} };

test('nothing is made, and nothing closed, before something is drawn', async () => {
  const { counts, drawer } = counting();
  await drawer.close();
  expect(counts).toEqual({ made: 0, closed: 0 });
});

test('one drawer for all drawings', async () => {
  const { counts, drawer } = counting();
  const report = { maker: { template: { language: 'en' } } };
  await Promise.all([
    drawer.html(report as never, TEMPLATE as never),
    drawer.html(report as never, TEMPLATE as never),
  ]);
  expect(await drawer.html(report as never, TEMPLATE as never)).toBe('page');
  await drawer.close();
  expect(counts).toEqual({ made: 1, closed: 1 });
});
