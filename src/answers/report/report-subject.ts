import type { Bilingual } from '../../briefs/brief.ts';
import { plainLine } from '../../briefs/plain-text.ts';
import { phrases as messagePhrases } from '../../message/phrases.ts';
import { isRemoved } from '../../message/removed-story.ts';
import { answerPhrases } from '../answer-phrases.ts';
import { editableStory } from '../edit/editable-story.ts';
import type { Submission } from '../hearing.ts';
import type { AnswerStore, DeliveredMessage } from '../stores.ts';
import { noCommand, type Subject } from '../subject.ts';
import type { Talk } from '../talk.ts';
import type { FormView } from '../view.ts';
import type { ReportDesk } from './report-desk.ts';
import { reportForm, reportLongest } from './report-form.ts';
import { reportPhrases as phrases } from './report-phrases.ts';

const reportsAnHour = 3;
const hourMs = 60 * 60 * 1000;
const { removed } = messagePhrases;

/** Anybody tells the operator that something is wrong with what a message tells. */
export function reportSubject(
  talk: Talk,
  options: {
    store: Pick<AnswerStore, 'delivered' | 'shownBy' | 'forgetAnswer'>;
    report: ReportDesk;
    clock: () => number;
    makeId: (...parts: string[]) => string;
  },
): Subject {
  const { store, report, clock, makeId } = options;

  /**
   * Whether the person may report once more in this hour of the clock. Nothing is kept of the person: what is noted is
   * a hash, for a day.
   */
  async function mayReport({ spot, speaker }: Submission): Promise<boolean> {
    const hour = String(Math.floor(clock() / hourMs));
    for (let nth = 1; nth <= reportsAnHour; nth += 1) {
      const place = makeId('report', spot.platform, spot.workspace, speaker.id, hour, String(nth));
      if (await report.note(`report:${place}`)) return true;
    }
    return false;
  }

  /** What the message shows now: of what the editors took back, nothing. */
  async function titlesOf(delivered: DeliveredMessage): Promise<Bilingual[]> {
    const stories = await store.shownBy(delivered);
    return stories.map((story) => (isRemoved(story) ? removed : editableStory(story).title));
  }

  async function outcome(by: Submission, view: Extract<FormView, { kind: 'report-form' }>) {
    const delivered = await store.delivered(view.delivery);
    if (delivered === null) return answerPhrases.tooOld;
    if (!(await mayReport(by))) return phrases.often;
    const [chosen] = by.values.story ?? [];
    const titles = await titlesOf(delivered);
    const isDirect = delivered.kind === 'direct';
    const told = await report.tell({
      id: by.id,
      by: { id: by.speaker.id, name: by.speaker.name },
      platform: by.spot.platform,
      channel: isDirect ? '' : report.nameOf(delivered),
      title: (titles.length === 1 ? titles[0] : titles[Number(chosen)])?.en ?? '',
      text: [...plainLine((by.values.text ?? []).join(' '))].slice(0, reportLongest).join(''),
      link: isDirect ? '' : delivered.link,
    });
    // The form holds which message it was about.
    await store.forgetAnswer(by.id);
    return told === 'told' ? phrases.told : phrases.noted;
  }

  return {
    command: noCommand,
    answerPresses: {},
    deliveredPresses: {},
    menus: {
      report: async ({ delivered, language }) =>
        talk.ask(reportForm(await titlesOf(delivered), language), {
          kind: 'report-form',
          delivery: delivered.id,
        }),
    },
    forms: {
      'report-form': async ({ submitted, view, language }) => {
        const said = await outcome(submitted, view);
        return { errors: null, answer: talk.say(said, submitted, language) };
      },
    },
  };
}
