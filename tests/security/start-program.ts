import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The program as its owner runs it, in a folder of its own. */
export interface Program {
  child: ChildProcess;
  /** Everything it printed so far, on either stream. */
  printed(): string;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
}

const root = path.resolve('.');

/** A folder with settings, as `npx sowhat` finds them. */
export function ownersFolder(settings: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sowhat-security-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'sowhat.yaml'), settings);
  return folder;
}

/** Runs `sowhat ARGS --config sowhat.yaml` there; the environment is what is given and no more. */
export function startProgram(folder: string, args: readonly string[], env: Record<string, string>): Program {
  const bin = path.join(root, 'bin', 'sowhat.js');
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'trace', ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return { child, printed: () => text, ended: new Promise((resolve) => child.on('close', resolve)) };
}
