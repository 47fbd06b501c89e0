import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJournal } from '../../src/sandbox/journal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lines = () => readFileSync(join(folder, 'sandbox.jsonl'), 'utf8').trim().split('\n');

test('what was put comes back in the order in which it was first put', () => {
  const journal = openJournal(folder);
  journal.put('slack/messages', 'b', { text: '하나' });
  journal.put('slack/messages', 'a', { text: 'two' });
  journal.put('slack/messages', 'b', { text: 'changed' });
  journal.put('discord/messages', 'c', 1);
  journal.remove('discord/messages', 'c');
  journal.close();
  const again = openJournal(folder);
  expect([...again.all('slack/messages')]).toEqual([
    ['b', { text: 'changed' }],
    ['a', { text: 'two' }],
  ]);
  expect(again.all('discord/messages').size).toBe(0);
  again.close();
});

test('opening leaves out what is gone', () => {
  const journal = openJournal(folder);
  for (let i = 0; i < 10; i += 1) journal.put('c', 'k', i);
  journal.clear('none');
  expect(lines()).toHaveLength(10);
  journal.close();
  openJournal(folder).close();
  expect(lines()).toEqual(['{"c":"c","k":"k","v":9}']);
});

test('a last line cut short by a kill is dropped, the rest stays', () => {
  const journal = openJournal(folder);
  journal.put('c', 'whole', 1);
  journal.close();
  appendFileSync(join(folder, 'sandbox.jsonl'), '{"c":"c","k":"half","v":');
  const again = openJournal(folder);
  expect([...again.all('c').keys()]).toEqual(['whole']);
  again.put('c', 'next', 2);
  again.close();
  expect([...openJournal(folder).all('c').keys()]).toEqual(['whole', 'next']);
});

test('clear removes the collections of one platform', () => {
  const journal = openJournal(null);
  journal.put('slack/a', 'k', 1);
  journal.put('discord/a', 'k', 1);
  journal.clear('slack/');
  expect([journal.all('slack/a').size, journal.all('discord/a').size]).toEqual([0, 1]);
});
