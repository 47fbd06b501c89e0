import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** A PostgreSQL of its own in a temporary folder, reached over a Unix socket; nothing listens on the network. */
export interface ThrowawayPostgres {
  /** Makes an empty database and returns its address. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

/** Where Debian puts the server's programs, newest version first; null without PostgreSQL. */
export function postgresPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return null;
  const [newest] = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  const bin = path.join(root, newest ?? '', 'bin');
  return existsSync(path.join(bin, 'initdb')) ? bin : null;
}

/** initdb refuses to run as root; the Debian package brings a user for it. */
function asServerUser(program: string, args: string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [program, args];
  return ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...args]];
}

export async function startThrowawayPostgres(bin: string): Promise<ThrowawayPostgres> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sowhat-pg-'));
  if (process.getuid?.() === 0) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString());
    chownSync(folder, id('-u'), id('-g'));
  }
  const data = path.join(folder, 'data');
  const [initdb, initdbArgs] = asServerUser(path.join(bin, 'initdb'), [
    ...['-D', data, '-U', 'sowhat', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
  ]);
  execFileSync(initdb, initdbArgs, { cwd: folder, stdio: 'ignore' });
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'max_connections=150',
  ];
  const [program, args] = asServerUser(path.join(bin, 'postgres'), [
    ...['-D', data],
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  const server = spawn(program, args, { cwd: folder, stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const address = (name: string) => `postgresql://sowhat@/${name}?host=${encodeURIComponent(folder)}`;
  await answers(address('postgres'));
  let count = 0;

  return {
    async database() {
      count += 1;
      const name = `test_${count}`;
      await run(address('postgres'), `create database ${name}`);
      return address(name);
    },
    async stop() {
      // SIGINT: fast shutdown. https://www.postgresql.org/docs/15/server-shutdown.html
      server.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function run(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function answers(address: string): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    try {
      await run(address, 'select 1');
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
