import { expect, test } from 'vitest';
import { deliveryId } from '../../src/delivery/delivery-id.ts';

test('24 characters a–z2–7, equal for equal parts, different for others', () => {
  const ids = Array.from({ length: 2_000 }, (_, part) => deliveryId('slack:T1:C1:2026-06-15:0830', part));
  expect(new Set(ids).size).toBe(2_000);
  for (const id of ids) expect(id).toMatch(/^[a-z2-7]{24}$/);
  expect(new Set(ids.join('')).size).toBe(32);
  expect(deliveryId('slack:T1:C1:2026-06-15:0830', 7)).toBe(ids[7]);
});

test('it stays what it is: a new version must find what the one before posted', () => {
  expect(deliveryId('slack:T1:C1:2026-06-15:0830', 0)).toBe('lzwzcw5amlhjokum635rlhge');
});
