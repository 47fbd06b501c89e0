import type { PlatformName } from '../digest/edition.ts';
import type { Form, FormValues } from '../message/form.ts';
import type { Message } from '../message/message.ts';

/** Who spoke. */
export interface Speaker {
  id: string;
  name: string;
  /** The platform's locale (`ko-KR`, `en-US`, `ko`); '' where it did not say. */
  locale: string;
  /** May post in the channel the words were said in; null where the platform does not tell. */
  mayPost: boolean | null;
  /** May manage the bot there. */
  mayManage: boolean;
}

/** Where it was said. */
export interface Spot {
  platform: PlatformName;
  workspace: string;
  channel: string;
  /** The channel that it is a thread of, where a thread is a channel of its own (Discord). */
  parent?: string;
  /** A conversation between people: nothing is shared there. */
  isDirect?: true;
}

/** `brief` is for everybody, `briefing` for those who look after the bot, `mybrief` for oneself. */
export type CommandName = 'brief' | 'briefing' | 'mybrief';

/** A command as typed. */
export interface Command {
  spot: Spot;
  speaker: Speaker;
  /** The commands whose words these may be: Discord has three, on Slack all words follow `/brief`. */
  commands: readonly CommandName[];
  words: string;
  options: Readonly<Record<string, string>>;
}

/** A button or a menu of one of our messages. */
export interface Press {
  spot: Spot;
  speaker: Speaker;
  /** The delivery or answer id the message carries. */
  id: string;
  action: string;
  values: readonly string[];
  /** Whether the pressed message is seen by the presser only. */
  isPrivate: boolean;
}

/** An entry of ours in the menu of every message: `edit` is for those who manage, `report` for everybody. */
export type MenuEntry = 'edit' | 'report';

/** Somebody chose an entry from the menu of a message, whoever wrote that. */
export interface MenuChoice {
  spot: Spot;
  speaker: Speaker;
  entry: MenuEntry;
  messageId: string;
}

/** An emoji set on one of our messages. */
export interface Flag {
  spot: Spot;
  messageId: string;
  /** Slack: name without colons; Discord: the character. */
  emoji: string;
}

/** Somebody is typing into an option of a command. */
export interface Typing {
  spot: Spot;
  speaker: Speaker;
  /** Its name, and after a space that of its subcommand. */
  command: string;
  option: string;
  typed: string;
}

/** A form that somebody filled in and sent. */
export interface Submission {
  spot: Spot;
  speaker: Speaker;
  /** The id of the answer that was the form. */
  id: string;
  values: FormValues;
}

/** What the bot says to one person. */
export interface Answer {
  /** Marks the answer, so that its buttons know what they are about. */
  id: string;
  message: Message;
  /** `new`: a private message (a modal or ephemeral); `replace`: in place of the private message pressed. */
  show: 'new' | 'replace';
}

/** A form for one person, where the platform has forms. */
export interface FormAnswer {
  /** Comes back with what was filled in. */
  id: string;
  form: Form;
  show: 'form';
}

/** Whatever one person gets. */
export type AnyAnswer = Answer | FormAnswer;

/** What comes of a form: it stays open with what is wrong, by name of the field, or it gives way to an answer. */
export type Submitted =
  | { errors: Readonly<Record<string, string>> }
  | { errors: null; answer: Promise<Answer> };
