import { expect, test } from 'vitest';
import { createFaults } from '../../src/sandbox/faults.ts';

const target = { method: 'chat.postMessage', channel: 'C1', body: '{"text":"digest"}' };

test('the first fault that fits fires, so often as its count says', () => {
  const faults = createFaults();
  faults.add('slack', { id: 'a', kind: 'error', match: { method: 'views.*' } });
  faults.add('slack', { id: 'b', kind: 'slow', afterMs: 5, count: 2, match: { method: 'chat.*' } });
  faults.add('slack', { id: 'c', kind: '429', match: { channel: 'C1', bodyIncludes: 'digest' } });
  const fired = () => faults.take('slack', target)?.id;
  expect([fired(), fired(), fired(), fired()]).toEqual(['b', 'b', 'c', undefined]);
  expect(faults.list('slack').map(({ id }) => id)).toEqual(['a']);
});

test.each([
  [{ method: 'chat' }, false],
  [{ method: 'chat.postMessage' }, true],
  [{ method: '*Message' }, true],
  [{ method: 'chatXpost*' }, false],
  [{ channel: 'C2' }, false],
  [{ bodyIncludes: 'other' }, false],
  [{}, true],
])('%o fits: %s', (match, fits) => {
  const faults = createFaults();
  faults.add('slack', { kind: '500-after', match });
  expect(faults.take('slack', target) !== null).toBe(fits);
  expect(faults.take('discord', target)).toBeNull();
});

test('refuse is for connections, not for requests; without a count it stays', () => {
  const faults = createFaults();
  faults.add('discord', { kind: 'refuse', count: null });
  expect(faults.take('discord', target)).toBeNull();
  expect([faults.refuses('discord'), faults.refuses('discord'), faults.refuses('slack')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(faults.remove('discord')).toBe(1);
  expect(faults.refuses('discord')).toBe(false);
});

test('lag and limits are kept for each platform', () => {
  const faults = createFaults();
  faults.setHistoryLag('slack', 500);
  faults.setLimits('discord', true);
  expect([faults.historyLagMs('slack'), faults.historyLagMs('discord')]).toEqual([500, 0]);
  expect([faults.enforcesLimits('slack'), faults.enforcesLimits('discord')]).toEqual([false, true]);
});

test('an unknown kind or field is refused', () => {
  expect(() => createFaults().add('slack', { kind: 'explode' as never })).toThrow();
  expect(() => createFaults().add('slack', { kind: 'slow', after: 5 } as never)).toThrow();
});
