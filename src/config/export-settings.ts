import { type Document, isMap, isSeq, parseDocument, Scalar, type YAMLMap } from 'yaml';
import type { ChannelOverride } from './merge-overrides.ts';
import { mergeOverrides } from './merge-overrides.ts';
import type { ChannelSettings, Settings } from './settings.ts';

/** In the order in which an entry is written. */
const firstKeys = ['name', 'platform', 'channel', 'schedule', 'timezone', 'language', 'topics'] as const;
/** Written in quotes, for YAML would read some of them as numbers, and people some as nothing. */
const quoted: readonly string[] = ['channel', 'schedule', 'mentionRole'];

/**
 * The settings that count, as the text of a settings file: the file's own text with its comments, and in it what was
 * set in the chat.
 * @param text of the settings file; must be right
 * @param settings what the text says
 */
export function exportSettings(
  text: string,
  settings: Settings,
  overrides: readonly (ChannelOverride & { by: string })[],
): string {
  if (overrides.length === 0) return text;
  const document = parseDocument(text);
  const { channels } = mergeOverrides(settings, overrides).settings;
  const list = channelList(document);
  for (const [index, entry] of channels.entries()) {
    const inFile = settings.channels[index];
    const own = overrides.filter(
      ({ platform, channel }) => platform === entry.platform && channel === entry.channel,
    );
    if (inFile === undefined) list.add(newEntry(document, entry, own));
    else for (const key of changedKeys(inFile, entry)) setKey(document, list.items[index], key, entry[key]);
  }
  return document.toString({ lineWidth: 0 });
}

function channelList(document: Document) {
  const found = document.get('channels');
  if (isSeq(found)) {
    if (found.items.length === 0) found.flow = false;
    return found;
  }
  document.set('channels', document.createNode([]));
  const made = document.get('channels');
  if (!isSeq(made)) throw new Error('a list was made, and is none');
  made.flow = false;
  return made;
}

function changedKeys(before: ChannelSettings, after: ChannelSettings): (keyof ChannelSettings)[] {
  const keys = Object.keys(after) as (keyof ChannelSettings)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

function setKey(document: Document, entry: unknown, key: string, value: unknown): void {
  if (!isMap(entry)) return;
  // A value in a value's place keeps the comment behind it.
  if (entry.has(key)) entry.set(key, typeof value === 'object' ? nodeOf(document, key, value) : value);
  else entry.set(document.createNode(key), nodeOf(document, key, value));
}

function nodeOf(document: Document, key: string, value: unknown) {
  const node = document.createNode(value, { flow: true });
  if (quoted.includes(key) && node instanceof Scalar) node.type = Scalar.QUOTE_DOUBLE;
  return node;
}

/** An entry for a channel that was set up in the chat: what was set there, the rest by default. */
function newEntry(
  document: Document,
  entry: ChannelSettings,
  own: readonly { key: string; by: string }[],
): YAMLMap {
  const others = own.map(({ key }) => key).filter((key) => !firstKeys.some((first) => first === key));
  const keys = [...firstKeys.filter((key) => key !== 'topics' || entry.topics.length > 0), ...others];
  const node = document.createNode({}) as YAMLMap;
  for (const key of keys) node.set(key, nodeOf(document, key, entry[key as keyof ChannelSettings]));
  const by = [...new Set(own.map((each) => each.by.replace(/[\p{C}\s]+/gu, ' ').trim()))].join(', ');
  node.commentBefore = ` Set up in the chat by ${by}.`;
  return node;
}
