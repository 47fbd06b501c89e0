import { composeNow } from '../app/compose-now.ts';
import type { ChannelSettings } from '../config/settings.ts';
import { planEdition } from '../delivery/plan-edition.ts';
import type { Verdict } from '../digest/edition.ts';
import { explain } from '../digest/explain.ts';
import { discordRenderer } from '../discord/render-discord.ts';
import type { Library } from '../library/library.ts';
import { slackRenderer } from '../slack/render-slack.ts';
import { atLedger } from './at-ledger.ts';
import { CliError, type CommonFlags } from './flags.ts';
import { openPreview } from './open-preview.ts';
import type { Setup } from './read-setup.ts';
import { requireFolder } from './require-folder.ts';
import { instantOf, say, sayJson } from './say.ts';
import { showEdition, terminalLook } from './show-edition.ts';

const renderers = { slack: slackRenderer, discord: discordRenderer } as const;

/**
 * Shows an edition as it will look, in the terminal or a browser; as JSON, the exact payloads that would be sent. Asks
 * no network.
 */
export async function preview(
  flags: CommonFlags & { channel?: string; at?: string; json?: boolean; explain?: boolean; open?: boolean },
): Promise<void> {
  await atLedger(flags, 'pulls nothing', async ({ setup, store, library }) => {
    const entry = entryNamed(setup, flags.channel ?? setup.settings.channels[0]?.name ?? '');
    requireFolder(await library.scan());
    const composed = await composeNow(entry, instantOf(flags.at), { library, store, clock: Date.now });
    if (composed === null)
      throw new CliError(`The schedule “${entry.schedule}” of ${entry.name} is never due.`);
    const { edition, verdicts } = composed.composition;
    const parts = edition === null ? [] : planEdition(edition, renderers[entry.platform]);
    const messages = parts.map(({ payload }) => payload);
    const shown = { channel: entry.name, platform: entry.platform, edition: edition?.key ?? null, messages };
    const candidates = flags.explain ? await explained(verdicts, library) : [];
    if (flags.json) sayJson(flags.explain ? { ...shown, candidates } : shown);
    else if (flags.explain) sayCandidates(candidates);
    else if (edition === null) say(sayNothing(entry.name, verdicts.length));
    else if (flags.open) await openPreview(edition, setup.stateDir);
    else say(showEdition(edition, terminalLook(process.stdout)));
  });
}

interface ExplainedCandidate {
  file: string;
  title: string;
  /** The story's, by which it is ranked; null for a brief that is out before ranking. */
  score: number | null;
  reason: string;
}

/** A channel that was told everything shows nothing, which looks like a fault to whoever tries a preview. */
function sayNothing(name: string, candidates: number): string {
  if (candidates === 0)
    return `Nothing new for ${name}: no brief has come in that it was not told already. With an empty folder as --data it shows a first edition.`;
  return `Nothing new for ${name}. Why each of ${candidates} briefs is out: npx sowhat preview --channel ${name} --explain`;
}

/** Every candidate with why it is in or out, the best first. */
async function explained(verdicts: readonly Verdict[], library: Library): Promise<ExplainedCandidate[]> {
  const briefs = await library.briefs(verdicts.map(({ file }) => file));
  const titles = new Map(briefs.map(({ file, title }) => [file, title]));
  return verdicts
    .map((verdict) => ({
      file: verdict.file,
      // A brief that the editors took back is not at hand.
      title: titles.get(verdict.file) ?? verdict.file,
      score: verdict.score,
      reason: explain(verdict, 'en'),
    }))
    .sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.file < b.file ? -1 : 1));
}

function sayCandidates(candidates: readonly ExplainedCandidate[]): void {
  for (const { file, title, score, reason } of candidates)
    say(`${(score?.toFixed(4) ?? '–').padStart(7)}  ${title}\n         ${file}\n         ${reason}`);
  say(`${candidates.length} candidates`);
}

/** The channel's entry. @throws CliError that names the ones there are */
export function entryNamed(setup: Pick<Setup, 'settings'>, name: string): ChannelSettings {
  const { channels } = setup.settings;
  const entry = channels.find((channel) => channel.name === name);
  if (entry) return entry;
  const known = channels.map((channel) => channel.name).join(', ') || 'none';
  throw new CliError(`There is no channel named ${name} in the settings; there is: ${known}.`);
}
