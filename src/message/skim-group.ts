import type { Language } from '../briefs/brief.ts';
import type { EditionStory } from '../digest/edition.ts';
import { inLanguage } from './in-language.ts';
import { linked, marked, words } from './inlines.ts';
import type { Block, Group, Inline } from './message.ts';
import { sourceLine } from './source-line.ts';
import type { StoryView } from './story-view.ts';
import { tellBrief } from './tell-brief.ts';

/** The bold line of a story in one language; its title is a link, any other line is not. */
export function leadLine(story: EditionStory, language: Language, soWhat: boolean): Inline[] {
  const { lead, leadIsTitle } = tellBrief(story.lead, language, soWhat);
  const bold: Inline = leadIsTitle
    ? linked(lead.text, story.lead.url, true)
    : { kind: 'text', text: lead.text, bold: true };
  return [bold, ...marked(lead.mark)];
}

/** `→` and what follows from the story; nothing where nothing is known or nothing is wanted. */
export function soWhatBlock(story: EditionStory, language: Language, soWhat: boolean): Block[] {
  const { text, mark } = inLanguage(story.lead.soWhat, language);
  return soWhat && text !== '' ? [{ kind: 'text', inlines: [words(`→ ${text}`), ...marked(mark)] }] : [];
}

/** Both so-whats, with the title as it was written between them: the English half opens with it. */
function bothBlocks(story: EditionStory, view: StoryView): Block[] {
  const { soWhat, title, url } = story.lead;
  const shown = { ko: { ko: soWhat.ko, en: '' }, en: { ko: '', en: soWhat.en } };
  const titleBlock: Block = { kind: 'text', inlines: [linked(title, url)] };
  const half = (language: Language): Block[] =>
    soWhatBlock({ ...story, lead: { ...story.lead, soWhat: shown[language] } }, language, view.soWhat);
  return tellBrief(story.lead, 'ko', view.soWhat).leadIsTitle
    ? [...half('ko'), ...half('en')]
    : [...half('ko'), titleBlock, ...half('en')];
}

/** A story at a glance: the bold line, the so-what, the source. */
export function skimGroup(story: EditionStory, view: StoryView): Group {
  const language = view.language === 'en' ? 'en' : 'ko';
  const told = tellBrief(story.lead, language, view.soWhat);
  const middle =
    view.language === 'both' ? bothBlocks(story, view) : soWhatBlock(story, language, view.soWhat);
  return {
    blocks: [
      { kind: 'text', inlines: leadLine(story, language, view.soWhat) },
      ...middle,
      { kind: 'small', inlines: sourceLine(story, view, view.language !== 'both' && !told.leadIsTitle) },
    ],
  };
}
