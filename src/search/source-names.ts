import type Database from 'libsql';
import { slug } from './fields-of-brief.ts';

/** The sources that briefs come from. */
export interface SourceNames {
  /** Source whose name is the whole query, where that is clearly what is meant. */
  wholeQuery(query: string): { ids: string[]; name: string } | undefined;
  /** The slugs of all sources. */
  all(): string[];
}

/** A name of one word is also a topic (Microsoft): then only a source with this many briefs is meant. */
const LEAST_BRIEFS = 3;

export function openSourceNames(db: Database.Database): SourceNames {
  const all = db.prepare('SELECT DISTINCT source FROM briefs');
  const some = db.prepare('SELECT 1 FROM briefs WHERE source = ? LIMIT ?');
  return {
    all: () => (all.all() as { source: string }[]).map(({ source }) => source),
    wholeQuery(query) {
      const name = slug(query);
      if (name === '') return undefined;
      const least = name.includes('-') ? 1 : LEAST_BRIEFS;
      return some.all(name, least).length === least ? { ids: [name], name: query.trim() } : undefined;
    },
  };
}

/**
 * The longest beginning of a text that names a source (`retail dive tariffs` → Retail Dive), and what is left of it.
 * @param isWhole the text is a name and nothing else
 */
export function readSource(
  text: string | undefined,
  sources: SourceNames,
  isWhole: boolean,
): { ids: string[]; name: string; rest: string } | undefined {
  if (text === undefined) return undefined;
  const words = text.split(/\s+/).filter(Boolean);
  const all = sources.all();
  for (let length = words.length; length > (isWhole ? words.length - 1 : 0); length--) {
    const name = words.slice(0, length).join(' ');
    const wanted = slug(name);
    const same = all.filter(
      (source) => source === wanted || source.replaceAll('-', '') === wanted.replaceAll('-', ''),
    );
    const ids =
      same.length > 0 ? same : all.filter((source) => wanted !== '' && `-${source}-`.includes(`-${wanted}-`));
    if (ids.length > 0) return { ids, name, rest: words.slice(length).join(' ') };
  }
  return undefined;
}
