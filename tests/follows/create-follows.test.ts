import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFollows } from '../../src/follows/create-follows.ts';
import { openStore } from '../../src/store/open-store.ts';

test('the folder could not be looked at: what is new is looked at at the next turn', async () => {
  const clock = () => Date.parse('2026-06-15T03:00:00Z');
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'sowhat-follows-'));
  const store = await openStore({ dataDir, clock });
  onTestFinished(() => store.close());
  let looks = 0;
  const follows = createFollows({
    ...{ store: store.follows, readers: store.readers, answers: store },
    sources: { search: fail, briefs: fail, storiesOf: fail },
    reach: () => null,
    soWhatBeyond: () => true,
    requestPost: fail,
    async lookAtFolder() {
      looks += 1;
      if (looks === 1) throw new Error('The database is locked.');
      return { seq: 1 };
    },
    workspaces: () => [],
    clock,
    makeId: (...parts) => parts.join(' '),
    onTrouble: fail,
    checkpoint: () => {},
  });
  await expect(follows.turn()).rejects.toThrow(/locked/);
  await follows.turn();
  await follows.turn();
  expect(looks).toBe(2);
});

function fail(): never {
  throw new Error('nobody follows anything');
}
