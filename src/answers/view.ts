import type { Bilingual } from '../briefs/brief.ts';
import type { EditionStory } from '../digest/edition.ts';
import type { Weekly } from '../digest/weekly.ts';
import type { Group } from '../message/message.ts';
import type { EditableStory, EditUndo } from './edit/editable-story.ts';
import type { ChannelDraft } from './manage/channel-draft.ts';
import type { Sheet } from './manage/sheet.ts';
import type { Standing } from './standing.ts';

/** What was asked, so that pages can be turned and a reading undone. */
export interface Asked {
  words: string;
  /** Search literally for this instead; '' for the normal reading. */
  only: string;
  source: string;
}

/** How the question was understood, as far as the asker is told. */
export interface UnderstoodAs {
  /** Terms searched, the asker's own first; empty where that is obvious. */
  searched: string[];
  /** What undoes the reading; '' where there is nothing to undo. */
  literal: string;
  /** `YYYY-MM-DD – YYYY-MM-DD` where the question bounds the time. */
  time: { from: string; to: string } | null;
  /** Words, as typed, that nothing in the briefs comes near; not in what was kept by an older version. */
  unknown?: string[];
  /** What looks like a time and is none that is known. */
  unreadTime?: string;
  /** The source that was meant. */
  source?: string;
}

/** Something to look for, from the menu. */
export interface Topic {
  text: string;
  /** How many briefs carry it. */
  briefs: number;
}

/** Where an answer can be shared, and where it was: once is enough. */
export interface Sharing {
  isShared?: true;
  /** It is the channel's copy: the name of who shared it. */
  sharedBy?: string;
  /** Name of the other channel that it was shared with. */
  sharedWith?: string;
  /** The channels offered, once they were asked for. */
  shareTo?: { id: string; name: string }[];
}

/** A button of a question. */
export interface Choosable extends Bilingual {
  action: string;
  style?: 'primary' | 'danger';
}

/** What an answer shows: stored with the answer, so that its buttons work on what was seen. */
export type View =
  | { kind: 'help'; topics: Topic[] }
  | { kind: 'edition'; edition: string; where: 'here' | 'elsewhere'; topics: Topic[] }
  | { kind: 'rest'; edition: string; page: number }
  | { kind: 'newest'; stories: EditionStory[] }
  | ({
      kind: 'hits';
      asked: Asked;
      understood: UnderstoodAs;
      /** Stories found in all. */
      total: number;
      /** There are more than were looked at. */
      isMore?: true;
      /** Place of the first story shown, from 0. */
      offset: number;
      stories: EditionStory[];
    } & Sharing)
  | {
      kind: 'nothing';
      asked: Asked;
      /** Why, where it is not that no brief is about the words. */
      reason?:
        | { no: 'source'; name: string }
        | { no: 'tag'; name: string }
        | { no: 'words' }
        | { no: 'time'; words: string }
        | { no: 'name'; of: 'source' | 'tag' };
      /** The days that were looked at, where the question bounds the time. */
      time?: { from: string; to: string };
      /** What can be asked instead, as its button says it. */
      near: { label: string; asked: Asked }[];
      stories: EditionStory[];
    }
  | ({ kind: 'story'; story: EditionStory } & Sharing)
  | { kind: 'weekly'; weekly: Weekly }
  | { kind: 'status'; standings: Standing[] }
  | {
      kind: 'missed';
      /** First and last day, `YYYY-MM-DD`. */
      from: string;
      to: string;
      /** `here`: what the channel's editions take; `all`: everything. */
      scope: 'here' | 'all';
      /** The channel takes less than everything. */
      canNarrow: boolean;
      total: number;
      offset: number;
      stories: EditionStory[];
    }
  | {
      kind: 'follows';
      lead: Bilingual | null;
      follows: { id: string; topic: string }[];
      /** How one is ended: by its button, or from a menu. */
      endBy: 'button' | 'menu';
    }
  | {
      /** What a direct message told. */
      kind: 'news';
      /** Local date of the message, `YYYY-MM-DD`. */
      date: string;
      /** `more`: stories on the topic that are counted only. */
      topics: { topic: string; stories: EditionStory[]; more: number }[];
    }
  | { kind: 'ask'; ko: string; en: string; choices: Choosable[] }
  | {
      kind: 'sheet';
      sheet: Sheet;
      /** What just happened; null where somebody only looks. */
      note: Bilingual | null;
      /** What the next edition looks like; empty where there is nothing to post, null where that is not shown. */
      preview: Group[] | null;
      takesForm: boolean;
    }
  | {
      /** What can be done to the stories of a message by those who manage. */
      kind: 'edit';
      told: EditableStory[];
      /** Which of them is meant, from 0; null while that is to be chosen. */
      chosen: number | null;
      /** What happened, how it stands, or what is to be confirmed. */
      lines: Bilingual[];
      choices: Choosable[];
      undo: EditUndo | null;
    }
  | { kind: 'say'; ko: string; en: string };

/** What a form was about: stored with it, so that what comes back is read against what was shown. */
export type FormView =
  | { kind: 'channel-form'; draft: ChannelDraft }
  | {
      kind: 'report-form';
      /** Delivery id of the message that is reported. */
      delivery: string;
    };
