import { createHash } from 'node:crypto';
import type { Edition } from '../digest/edition.ts';
import type { MessageLanguage } from '../message/message.ts';

const longest = 60;

/** A settings name as part of a file's name: letters and digits of any script stay; what was changed is told apart by a short hash. */
export function fileName(name: string): string {
  const safe = [
    ...name
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
      .replace(/^[.-]+|[.-]+$/g, ''),
  ]
    .slice(0, longest)
    .join('');
  if (safe !== '' && safe === name) return safe;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return safe === '' ? hash : `${safe}-${hash}`;
}

/** Where an edition is kept, below the archive's folder: `<date>/<slot>-<channel name>.<lang>.md`. */
export function archivePath(edition: Edition, language: MessageLanguage): string {
  const { date, time } = edition.slot;
  return `${fileName(date)}/${fileName(time)}-${fileName(edition.rules.name)}.${language}.md`;
}
