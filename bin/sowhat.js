#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { checkNode } from '../dist/setup/checks/machine-checks.js';

// Said before anything is brought in that an old Node cannot read.
const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const node = checkNode(process.versions.node, engines.node);
if (node.ok) await import('../dist/main.js');
else {
  process.stderr.write(`${node.says} ${node.mend}\n`);
  process.exitCode = 1;
}
