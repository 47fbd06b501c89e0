import type { Brief } from '../briefs/brief.ts';
import type { AliasTable } from '../search/alias-table.ts';
import { candidates } from './candidates.ts';
import { checkFilled } from './check-filled.ts';
import { fillBrief } from './fill-brief.ts';
import { fingerprint } from './fingerprint.ts';
import { missingParts } from './missing-parts.ts';
import type { ModelAccess } from './model-access.ts';
import { ModelError } from './model-error.ts';
import { processedFile } from './processed-file.ts';
import type { ProcessedFolder } from './processed-folder.ts';
import { type Prompt, promptFor } from './prompt-for.ts';
import { readReply } from './read-reply.ts';
import { type SpendingStore, spendingOn } from './spending.ts';

export interface ProcessorOptions {
  /** The newest briefs, the newest first. */
  newest: () => Promise<Brief[]>;
  folder: ProcessedFolder;
  spending: SpendingStore;
  /** @throws ModelError */
  ask: (access: ModelAccess, prompt: Prompt, signal: AbortSignal) => Promise<string>;
  /** Names that mean the same in both languages. */
  aliases: AliasTable;
  /** Why a brief must not reach a channel; null where it may. */
  gate: (brief: Brief) => string | null;
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void };
  /** Epoch ms. */
  clock: () => number;
  /** How long an endpoint that fails is left alone: at first, and at most. */
  waits: { firstMs: number; maxMs: number };
}

/** Fills in what briefs lack, one at a time, as the budget allows. */
export interface Processor {
  /**
   * Goes through the newest briefs once.
   * @returns what a person must mend, in a sentence; null where nothing is wrong
   */
  run(access: ModelAccess): Promise<string | null>;
  /** Breaks off what is in flight, and resolves when nothing is. */
  stop(): Promise<void>;
}

/** Filled in, left to a person's own file, refused for good, or not answered. */
type Outcome = 'written' | 'left' | { refused: string } | Failure;
/** Not answered; null where the asking was broken off. */
interface Failure {
  failed: string | null;
  isFree: boolean;
}

export function createProcessor(options: ProcessorOptions): Processor {
  const { folder, spending, log, clock, waits } = options;
  const stopping = new AbortController();
  let running: Promise<string | null> = Promise.resolve(null);
  /** How often a brief was asked about in vain: others come first, so that one alone holds up nobody. */
  const failures = new Map<string, number>();
  let wait = { until: 0, ms: waits.firstMs, why: '' };

  async function goThrough(access: ModelAccess): Promise<string | null> {
    if (clock() < wait.until) return wait.why;
    let spent = spendingOn(clock(), await spending.read());
    if (spent.asked >= access.budget) return null;
    for (const brief of candidates(await options.newest(), spent, failures)) {
      if (stopping.signal.aborted || spent.asked >= access.budget) break;
      if (!folder.mayWrite(brief)) continue;
      const before = spent;
      // Counted before it is asked: what is broken off, by a stop or by the endpoint, has been paid for.
      spent = { ...spent, asked: spent.asked + 1 };
      await spending.write(spent);
      const outcome = await fill(brief, access);
      if (typeof outcome === 'object' && 'failed' in outcome) {
        if (outcome.isFree) await spending.write(before);
        failures.set(brief.file, (failures.get(brief.file) ?? 0) + 1);
        const why = outcome.failed ?? '';
        wait = { until: clock() + wait.ms, ms: Math.min(wait.ms * 2, waits.maxMs), why };
        return outcome.failed;
      }
      wait = { until: 0, ms: waits.firstMs, why: '' };
      if (typeof outcome === 'object') {
        spent = { ...spent, refused: [...spent.refused, fingerprint(brief)] };
        await spending.write(spent);
      }
      tell(brief, outcome);
    }
    return null;
  }

  function tell({ file }: Brief, outcome: Exclude<Outcome, Failure>): void {
    if (outcome === 'written') log.info({ file }, 'What was missing was filled in by the language model.');
    else if (outcome === 'left') log.info({ file }, 'A person’s own file stands there by now; it stays.');
    else
      log.warn(
        { file, reason: outcome.refused },
        'The language model’s text was refused; the extract stays.',
      );
  }

  async function fill(brief: Brief, access: ModelAccess): Promise<Outcome> {
    const missing = missingParts(brief);
    try {
      const reply = await options.ask(access, promptFor(brief, missing), stopping.signal);
      return keep(brief, reply, access.model);
    } catch (error) {
      if (stopping.signal.aborted) return { failed: null, isFree: false };
      if (!(error instanceof ModelError)) throw error;
      if (error.of === 'item') return { refused: error.message };
      return { failed: error.message, isFree: error.isFree };
    }
  }

  /** Stores a good answer. */
  function keep(brief: Brief, reply: string, model: string): Outcome {
    const filled = readReply(reply, missingParts(brief));
    if (filled === null) return { refused: 'It is not the JSON that was asked for.' };
    const whole = fillBrief(brief, filled);
    const fault = checkFilled(brief, filled, options.aliases) ?? options.gate(whole);
    if (fault) return { refused: fault };
    const text = processedFile(brief, whole, model);
    if (text === null) return { refused: 'It cannot be written as a brief.' };
    const written = folder.write(brief, text);
    return typeof written === 'string' ? written : { ...written, isFree: false };
  }

  return {
    run(access) {
      running = running.catch(() => null).then(() => goThrough(access));
      return running;
    },
    async stop() {
      stopping.abort();
      await running.catch(() => null);
    },
  };
}
