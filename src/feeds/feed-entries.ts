import { createHash } from 'node:crypto';
import type { Language } from '../briefs/brief.ts';
import { plainLine } from '../briefs/plain-text.ts';
import type { Edition, EditionStory } from '../digest/edition.ts';
import { filesOf } from '../digest/with-edits.ts';
import { viewOf } from '../message/edition-parts.ts';
import { phrases } from '../message/phrases.ts';
import { isRemoved } from '../message/removed-story.ts';
import { storyGroup } from '../message/story-group.ts';
import { tellBrief } from '../message/tell-brief.ts';
import { webLink } from '../message/web-link.ts';
import { renderHtml } from './render-html.ts';

/** A story as a feed reader lists it. */
export interface FeedEntry {
  /** The same for as long as the story lives. */
  id: string;
  title: string;
  /** The original; '' where it has no address. */
  url: string;
  html: string;
  /** Epoch ms. */
  publishedAt: number;
  /** Epoch ms; later than published where the editors changed it. */
  updatedAt: number;
}

/** A feed is what a reader asks for every hour: it holds the newest only. */
const longest = 100;

/**
 * The newest stories of these editions in one language, the newest first. A story that several channels were told is
 * listed once, as it was told first; its so-what only where every one of them shows so-whats.
 * @param editedAt when each brief was last edited, or an edit of it ended: what is put back is news to a reader, too
 */
export function feedEntries(
  editions: readonly Edition[],
  language: Language,
  editedAt: ReadonlyMap<string, number> = new Map(),
): FeedEntry[] {
  const told = new Map<string, { story: EditionStory; edition: Edition; soWhat: boolean }>();
  for (const edition of [...editions].sort((a, b) => a.slot.dueAt - b.slot.dueAt)) {
    for (const story of [...edition.highlights, ...edition.headlines, ...edition.rest]) {
      const known = told.get(story.id);
      if (known) known.soWhat &&= edition.rules.soWhat;
      else told.set(story.id, { story, edition, soWhat: edition.rules.soWhat });
    }
  }
  return [...told.values()]
    .sort((a, b) => b.edition.slot.dueAt - a.edition.slot.dueAt)
    .slice(0, longest)
    .map(({ story, edition, soWhat }) => ({
      id: uuidOf(story.id),
      title: isRemoved(story)
        ? phrases.removed[language]
        : plainLine(tellBrief(story.lead, language, soWhat).lead.text),
      url: webLink(story.lead.url),
      html: renderHtml([storyGroup(story, { ...viewOf(edition, language), soWhat })]),
      publishedAt: edition.slot.dueAt,
      updatedAt: Math.max(
        edition.slot.dueAt,
        story.edited?.at ?? 0,
        ...filesOf(story).map((file) => editedAt.get(file) ?? 0),
      ),
    }));
}

/** A name that every feed reader takes for an identity. @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8 */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
