import { existsSync, mkdirSync, mkdtempSync, rmdirSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { bad, type Finding, good } from '../finding.ts';

/** Whether this Node is new enough. @param wanted such as `>=20.18.1` */
export function checkNode(version: string, wanted: string): Finding {
  const least = wanted.replace(/^\D+/, '');
  return compareVersions(version, least) >= 0
    ? good('node', `Node ${version}`)
    : bad('node', `Node ${version} is too old.`, `Install Node ${least} or later from nodejs.org.`);
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.replace(/^v/, '').split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a folder can be written to, by making a folder in it and taking that away again. */
export function checkWriting(folder: string): Finding {
  const name = `write ${folder}`;
  try {
    rmdirSync(mkdtempSync(path.join(folder, '.doctor-')));
    return good(name, `${folder} can be written to`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      return bad(name, `There is no folder ${folder}.`, `Make it: mkdir -p ${folder}`, async () => {
        mkdirSync(folder, { recursive: true });
        return `made ${folder}`;
      });
    return bad(
      name,
      `${folder} cannot be written to (${code}).`,
      `Let the account that runs Sowhat write there: chown -R "$USER" ${folder}`,
    );
  }
}

const leastRoomMb = 100;

/**
 * Whether there is room for what the bot writes, where it is least.
 * @param freeMb megabytes that may still be written beside a folder, null where that cannot be told
 */
export function checkRoom(
  folders: readonly string[],
  freeMb: (folder: string) => number | null = roomBeside,
): Finding {
  const [least] = folders
    .flatMap((folder) => {
      const free = freeMb(folder);
      return free === null ? [] : [{ folder, free }];
    })
    .sort((a, b) => a.free - b.free);
  if (least === undefined) return good('room', 'how much room is left on the disk could not be told');
  const { folder, free } = least;
  if (free >= leastRoomMb) return good('room', `${Math.round(free)} MB are free on the disk of ${folder}`);
  return bad(
    'room',
    `Only ${Math.floor(free)} MB are left on the disk of ${folder}; once it is full, nothing is posted.`,
    'Free some room there, or move the folder to another disk.',
  );
}

/** A folder that is not there yet will lie on the disk of the one above it. */
function roomBeside(folder: string): number | null {
  let there = path.resolve(folder);
  while (!existsSync(there) && there !== path.dirname(there)) there = path.dirname(there);
  try {
    const { bavail, blocks, bsize } = statfsSync(there);
    // Some disks of the network do not say.
    return blocks === 0 ? null : (bavail * bsize) / 1e6;
  } catch {
    return null;
  }
}

const tolerableMs = 5_000;

/**
 * Whether this machine's clock is right.
 * @param serverAt what a server's clock shows (epoch ms, whole seconds), null where none could be asked
 */
export function checkClock(serverAt: number | null, now: number): Finding {
  if (serverAt === null)
    return good('clock', 'the clock could not be compared: no server was reached that tells the time');
  const offMs = now - serverAt;
  const seconds = Math.round(Math.abs(offMs) / 1000);
  if (Math.abs(offMs) <= tolerableMs) return good('clock', 'the clock is right');
  return bad(
    'clock',
    `The clock of this machine is ${seconds} s ${offMs > 0 ? 'fast' : 'slow'}; editions would come at the wrong time.`,
    'Switch on time synchronisation: timedatectl set-ntp true',
  );
}

/** Fewer zones than this means a Node built without the world's time zones. */
const leastZones = 200;

/**
 * Whether time zones are known.
 * @param stated the variable TZ, undefined where it is not set
 * @param known how many zones this Node knows
 */
export function checkZone(stated: string | undefined, known: number): Finding {
  if (known < leastZones)
    return bad(
      'time zone',
      `This Node knows only ${known} time zones.`,
      'Use a Node with full ICU, as nodejs.org gives it.',
    );
  const zone = stated?.replace(/^:/, '') ?? '';
  if (zone !== '' && !isZone(zone))
    return bad(
      'time zone',
      `TZ is “${zone}”, which is no time zone.`,
      'Set TZ to one such as Asia/Seoul, or unset it.',
    );
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return good('time zone', `this machine is in ${own}; each channel goes by its own zone`);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
