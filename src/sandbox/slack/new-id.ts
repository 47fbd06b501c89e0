import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUV';

/** An id in Slack's style: a prefix and ten capitals and digits (`Ev05A1B2C3D4`). */
export function newId(prefix: string): string {
  let id = prefix;
  for (const byte of randomBytes(10)) id += alphabet[byte & 31];
  return id;
}
