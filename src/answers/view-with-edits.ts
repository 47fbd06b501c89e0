import type { Edits } from '../digest/edits.ts';
import { mapStories } from '../digest/map-stories.ts';
import { storyWithEdits } from '../digest/with-edits.ts';
import type { View } from './view.ts';

/** An answer with its stories as they read after the edits. An edition it shows is read anew in any case. */
export function viewWithEdits(view: View, edits: Edits, keptAt: number): View {
  return mapStories(view, (story) => storyWithEdits(story, edits, keptAt));
}
