import { gateBrief } from '../briefs/gate.ts';
import { readFrontMatter } from '../briefs/readers/read-front-matter.ts';
import { documentReaders, readSource } from '../briefs/readers/read-source.ts';
import { loadWithProcessed, overlayReading } from '../processing/load-processed.ts';
import { openSearchIndex } from '../search/open-search-index.ts';
import type { SearchIndex } from '../search/search-types.ts';
import type { ThreadData } from './calls.ts';
import { type Core, openCore } from './open-core.ts';
import { restoreStories } from './restore-stories.ts';

/** For a look at the folder in which nobody searches: learning and indexing are most of the work of a first scan. */
function withoutSearch(): SearchIndex {
  const refuse = () => {
    throw new Error('This library was opened without its search.');
  };
  return {
    *updateInSteps() {},
    *learnInSteps() {},
    update: () => undefined,
    indexed: () => new Map(),
    search: refuse,
    suggest: refuse,
    close: () => undefined,
  };
}

const readers = [readFrontMatter, ...documentReaders];

/** The library with its readers, its gate, its stories and its search. */
export function openBriefCore({ folders, dataDir, processedDir, aliases }: ThreadData): Core {
  return openCore({
    folders,
    dataDir,
    processedDir: processedDir ?? null,
    reading: {
      load: loadWithProcessed,
      read: (source) => overlayReading(readSource(source, readers), source),
      gate: gateBrief,
    },
    openSearch: (path) => (aliases === null ? withoutSearch() : openSearchIndex(path, { aliases })),
    openStories: restoreStories,
  });
}
