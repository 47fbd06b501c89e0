import type { Edition, EditionStory } from '../digest/edition.ts';
import { filesOf, storiesOfEdition } from '../digest/with-edits.ts';
import { headerGroup, headlineGroups, viewOf } from '../message/edition-parts.ts';
import { phrase } from '../message/in-language.ts';
import type { Group, MessageLanguage } from '../message/message.ts';
import { phrases } from '../message/phrases.ts';
import { isRemoved } from '../message/removed-story.ts';
import { storyGroup } from '../message/story-group.ts';
import { archivePath } from './archive-path.ts';
import { renderMarkdown } from './render-markdown.ts';

/** A file of the archive; `path` is relative to the archive's folder, `/`-separated. */
export interface ArchiveFile {
  path: string;
  text: string;
}

/** A string as YAML: double-quoted, nothing in it unprintable. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function listed(key: string, values: readonly string[]): string[] {
  return values.length === 0 ? [`${key}: []`] : [`${key}:`, ...values.map((value) => `  - ${quoted(value)}`)];
}

function frontMatter(edition: Edition, language: MessageLanguage, messageIds: readonly string[]): string {
  // What was taken back is named nowhere.
  const stories = storiesOfEdition(edition).filter((story) => !isRemoved(story));
  const files = stories.flatMap(filesOf);
  return [
    '---',
    `edition: ${quoted(edition.key)}`,
    `channel: ${quoted(edition.rules.name)}`,
    `date: ${quoted(edition.slot.date)}`,
    `slot: ${quoted(edition.slot.time)}`,
    `language: ${language}`,
    ...listed('briefs', [...new Set(files)]),
    ...listed('messages', messageIds),
    '---',
  ].join('\n');
}

function section(
  title: string,
  stories: readonly EditionStory[],
  edition: Edition,
  language: MessageLanguage,
): Group[] {
  if (stories.length === 0) return [];
  const heading: Group = { blocks: [{ kind: 'text', inlines: [{ kind: 'text', text: title, bold: true }] }] };
  return [{ blocks: [{ kind: 'divider' }] }, heading, ...headlineGroups(stories, viewOf(edition, language))];
}

/**
 * An edition as a Markdown file that people can read and commit: every highlight in full, every other story in a line,
 * and in the front matter its key, its briefs and the ids of the messages that told it.
 */
export function archiveEdition(
  edition: Edition,
  language: MessageLanguage,
  messageIds: readonly string[],
): ArchiveFile {
  const view = viewOf(edition, language);
  const groups: Group[] = [
    headerGroup({ ...edition, isFirst: false }, language),
    ...edition.highlights.flatMap((story): Group[] => [
      { blocks: [{ kind: 'divider' }] },
      storyGroup(story, view),
    ]),
    ...section(phrase(phrases.headlines, language), edition.headlines, edition, language),
    ...section(phrase(phrases.more(edition.rest.length), language), edition.rest, edition, language),
  ];
  const front = frontMatter(edition, language, messageIds);
  return { path: archivePath(edition, language), text: `${front}\n\n${renderMarkdown(groups)}\n` };
}
