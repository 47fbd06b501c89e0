import { gateBrief } from '../briefs/gate.ts';
import { readListedFile } from '../briefs/list-files.ts';
import { readFrontMatter } from '../briefs/readers/read-front-matter.ts';
import { documentReaders, readSource } from '../briefs/readers/read-source.ts';
import { openSearchIndex } from '../search/open-search-index.ts';
import type { ThreadData } from './calls.ts';
import { type Core, openCore } from './open-core.ts';
import { restoreStories } from './restore-stories.ts';

const readers = [readFrontMatter, ...documentReaders];

/** The library with its readers, its gate, its stories and its search. */
export function openBriefCore({ folders, dataDir, aliases }: ThreadData): Core {
  return openCore({
    folders,
    dataDir,
    reading: { load: readListedFile, read: (source) => readSource(source, readers), gate: gateBrief },
    openSearch: (path) => openSearchIndex(path, { aliases }),
    openStories: restoreStories,
  });
}
