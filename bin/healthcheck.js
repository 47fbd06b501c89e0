#!/usr/bin/env node
// For the image: exit code 0 where /healthz is well, or where the settings name no port for it.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const settings = parse(readFileSync(process.argv[2] ?? 'config/sowhat.yaml', 'utf8'));
const port = settings?.health?.port;
const isWell =
  port === undefined ||
  (await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4_000) }).then(
    ({ ok }) => ok,
    () => false,
  ));
process.exit(isWell ? 0 : 1);
