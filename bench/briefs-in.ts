import type { Brief } from '../src/briefs/brief.ts';
import { listFiles, readListedFile } from '../src/briefs/list-files.ts';
import { readFrontMatter } from '../src/briefs/readers/read-front-matter.ts';
import { documentReaders, readSource } from '../src/briefs/readers/read-source.ts';

/** Every brief of a folder; files that cannot be read are passed over. */
export function briefsIn(folder: string): Brief[] {
  const briefs: Brief[] = [];
  for (const listed of listFiles(folder).files) {
    const source = readListedFile(listed);
    if (!('reason' in source))
      briefs.push(...readSource(source, [readFrontMatter, ...documentReaders]).briefs);
  }
  return briefs;
}
