import type { View } from './view.ts';

type Nothing = Extract<View, { kind: 'nothing' }>;

/** What an answer that an earlier version kept shows, as this one keeps it. */
export function currentView(kept: View): View {
  if (kept.kind !== 'nothing') return kept;
  const near = kept.near as readonly (Nothing['near'][number] | string)[];
  return {
    ...kept,
    near: near.map((each) =>
      typeof each === 'string' ? { label: each, asked: { words: each, only: '', source: '' } } : each,
    ),
  };
}
