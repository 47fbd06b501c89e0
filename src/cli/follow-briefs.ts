import { pullingLibrary } from '../app/pulling-library.ts';
import { readVariables } from '../config/environment.ts';
import { pullBriefs } from '../git/pull-briefs.ts';
import type { Library } from '../library/library.ts';
import type { BriefsPlace } from './briefs-place.ts';

/**
 * The library as it is, or one that pulls the briefs' repository before it scans.
 * @param onTrouble called when pulling fails, and with null when it works again
 */
export function followBriefs(
  library: Library,
  { repository, pullEveryMs }: BriefsPlace,
  dataDir: string,
  onTrouble: (error: Error | null) => void,
): Library {
  if (repository === null) return library;
  return pullingLibrary(library, {
    pull: () => pullBriefs(repository, dataDir, readVariables('.env')),
    everyMs: pullEveryMs,
    clock: Date.now,
    onTrouble,
  });
}
