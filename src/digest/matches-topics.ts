import type { Brief } from '../briefs/brief.ts';

/** One spelling for `agentic-commerce`, `Agentic Commerce` and `AGENTIC_COMMERCE`. */
function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
}

function hasWord(text: string, topic: string): boolean {
  // Korean words take particles and join others, so a Korean topic matches inside a word; a Latin one only whole words.
  const before = /^[a-z0-9]/.test(topic) ? '(?<![a-z0-9])' : '';
  const after = /[a-z0-9]$/.test(topic) ? '(?:s|es)?(?![a-z0-9])' : '';
  const literal = topic.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(before + literal + after, 'u').test(text);
}

/**
 * Whether a brief is about one of the topics: a tag, a category, the theme or a named entity,
 * or words in its title, summaries or key points, in either language. No topics = everything is.
 */
export function matchesTopics(brief: Brief, topics: readonly string[]): boolean {
  const wanted = topics.map(fold).filter((topic) => topic !== '');
  if (wanted.length === 0) return true;
  const labels = new Set([...brief.tags, ...brief.categories, ...brief.entities, brief.theme].map(fold));
  const words = fold([brief.title, brief.summary.ko, brief.summary.en, ...brief.keyPoints].join('\n'));
  return wanted.some((topic) => labels.has(topic) || hasWord(words, topic));
}
