import type { Logger } from 'pino';
import { gateBrief } from '../briefs/gate.ts';
import type { Settings } from '../config/settings.ts';
import type { Library } from '../library/library.ts';
import { askModel } from '../processing/ask-model.ts';
import { openProcessedFolder } from '../processing/processed-folder.ts';
import { createProcessor } from '../processing/processor.ts';
import type { AliasTable } from '../search/alias-table.ts';
import type { Store } from '../store/open-store.ts';

/** How many of the newest briefs are looked at for what they lack. */
const looksAt = 300;
const spendingKey = 'processing';

/** Fills in what briefs lack with the language model that the settings name, while the bot runs. */
export interface FillIn {
  /** @returns what a person must mend, in a sentence; null where nothing is wrong */
  run(settings: Settings['processing']): Promise<string | null>;
  /** Breaks off what is in flight, and resolves when nothing is. */
  stop(): Promise<void>;
}

export function openFillIn(program: {
  library: Pick<Library, 'newest'>;
  store: Pick<Store, 'value' | 'setValue'>;
  /** Folder of the processed files. */
  processedDir: string;
  /** Names that mean the same in both languages. */
  aliases: AliasTable;
  /** Value of a variable of the environment. */
  variable: (name: string) => string | undefined;
  logger: Logger;
  clock: () => number;
  /** How long one answer may take, and how long an endpoint that fails is left alone, at first and at most. */
  timing: { answerMs: number; firstWaitMs: number; maxWaitMs: number };
}): FillIn {
  const { library, store, clock, timing } = program;
  const processor = createProcessor({
    newest: () => library.newest(looksAt, clock()),
    folder: openProcessedFolder(program.processedDir),
    spending: {
      read: () => store.value(spendingKey),
      write: (spending) => store.setValue(spendingKey, JSON.stringify(spending)),
    },
    ask: (access, prompt, signal) => askModel(access, prompt, { timeoutMs: timing.answerMs, signal }),
    aliases: program.aliases,
    gate: (brief) => gateBrief(brief, { arrivedAt: brief.ingestedAt ?? clock() }),
    log: program.logger,
    clock,
    waits: { firstMs: timing.firstWaitMs, maxMs: timing.maxWaitMs },
  });
  return {
    async run(settings) {
      if (settings === null) return null;
      const { url, model, apiKeyEnv, budget } = settings;
      const key = apiKeyEnv === null ? null : (program.variable(apiKeyEnv) ?? '');
      if (key === '')
        return `processing.apiKeyEnv names ${apiKeyEnv}, which is not set: put ${apiKeyEnv}=… into .env and start again.`;
      return processor.run({ url: url.replace(/\/+$/, ''), model, key, budget });
    },
    stop: processor.stop,
  };
}
