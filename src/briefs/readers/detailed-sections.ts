import type { RoundupSection } from './roundup-outline.ts';

/** `**What happened**: …`: what a detail is about. */
const detailLabel = /^\*\*([^*\n]{1,16}?)\s*[:：]?\*\*\s*[:：]?/u;
/** `👉 [Read more](address)` alone: the way to what the details are of. */
const wayToIt =
  /^[^\p{L}\p{N}[]*(?:(?:출처|원문|source|link)\s*[:：]\s*)?\[[^\][\n]{1,40}\]\(https?:[^)\s]+\)$/iu;

const least = 3;

/**
 * The sections whose heading is a headline and whose entries tell of it: three or more that label their entries alike,
 * or end with a link alone.
 */
export function detailedSections(sections: readonly RoundupSection[]): Set<RoundupSection> {
  const labels = new Map<string, number>();
  for (const section of sections)
    for (const label of new Set(section.items.map(labelOf))) labels.set(label, (labels.get(label) ?? 0) + 1);
  const isRepeated = (item: string) => labelOf(item) !== '' && (labels.get(labelOf(item)) ?? 0) >= least;
  const labelled = sections.filter(
    ({ label, items }) => label !== '' && items.filter(isRepeated).length * 2 > items.length,
  );
  const linked = sections.filter(
    ({ label, items }) =>
      label !== '' &&
      items.length > 1 &&
      items.filter((item) => item.includes('](http')).length === 1 &&
      wayToIt.test(items.at(-1) ?? ''),
  );
  return new Set([...(labelled.length >= least ? labelled : []), ...(linked.length >= least ? linked : [])]);
}

function labelOf(item: string): string {
  return detailLabel.exec(item)?.[1] ?? '';
}
