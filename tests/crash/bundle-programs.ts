import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

/** The children that are killed. */
export type Program = 'crash-engine' | 'crash-bot' | 'crash-move';

/**
 * Puts the program's modules (from dist) into one file each, unchanged: a child that is started hundreds of times
 * spends two thirds of its life finding them. The whole program is left as it is.
 * @returns where each program lies
 */
export async function bundlePrograms(): Promise<Record<Program, string>> {
  const folder = path.resolve('node_modules/.cache/sowhat-crash');
  mkdirSync(folder, { recursive: true });
  const bundled = async (name: Program) => {
    const file = path.join(folder, `${name}.mjs`);
    const bundle = await rolldown({
      input: path.resolve('tests/crash', `${name}.js`),
      platform: 'node',
      external: ['libsql', 'pino', 'pg-native'],
      logLevel: 'silent',
    });
    await bundle.write({ file, format: 'esm' });
    await bundle.close();
    return file;
  };
  return {
    'crash-engine': await bundled('crash-engine'),
    'crash-move': await bundled('crash-move'),
    'crash-bot': path.resolve('tests/crash/crash-bot.js'),
  };
}
