import { expect, test } from 'vitest';
import type { Group, Message } from '../../src/message/message.ts';
import { renderModal } from '../../src/slack/show-in-modal.ts';

function answer(count: number) {
  const story = (n: number): Group => ({
    blocks: [
      { kind: 'text', inlines: [{ kind: 'text', text: `Story ${n}` }] },
      { kind: 'divider' },
      { kind: 'small', inlines: [{ kind: 'text', text: 'Outlet' }] },
    ],
  });
  const buttons: Group = {
    blocks: [{ kind: 'buttons', buttons: [{ kind: 'press', label: 'Post now', action: 'set-now' }] }],
  };
  const message: Message = {
    ...{ language: 'en', push: 'Settings' },
    groups: [
      { blocks: [{ kind: 'heading', text: 'Settings' }] },
      ...Array.from({ length: count }, (_, n) => story(n)),
      buttons,
    ],
  };
  return { id: 'a'.repeat(24), message, show: 'new' as const };
}

test.each([1, 20, 60, 400])(
  'an answer with %i stories keeps its buttons at the end, in at most 100 blocks',
  (count) => {
    const { blocks } = renderModal(answer(count), 'C1');
    expect(blocks.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(blocks.at(-1))).toContain('Post now');
    expect(JSON.stringify(blocks).match(/Post now/g)).toHaveLength(1);
    expect(JSON.stringify(blocks)).toContain('Story 0');
    expect(JSON.stringify(blocks.at(-2)).includes('…')).toBe(count >= 60);
  },
);
