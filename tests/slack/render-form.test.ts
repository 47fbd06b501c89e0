import { describe, expect, test } from 'vitest';
import { channelForm, formWords } from '../../src/answers/manage/channel-form.ts';
import { checkView } from '../../src/sandbox/slack/checks/check-view.ts';
import { readForm } from '../../src/slack/read-form.ts';
import { renderForm } from '../../src/slack/render-form.ts';

const draft = {
  language: 'ko' as const,
  schedule: '30 8 * * 1-5',
  timezone: 'Asia/Seoul',
  topics: ['결제', 'AI'],
};

function viewOf(schedule = draft.schedule, language: 'ko' | 'en' = 'ko') {
  const form = channelForm('마케팅', { ...draft, schedule }, language);
  return renderForm({ id: 'abc', form, show: 'form' }, 'C1');
}

describe('the form of a channel as a modal', () => {
  test('is one that Slack takes, in both languages and for every schedule', () => {
    for (const language of ['ko', 'en'] as const)
      for (const schedule of ['30 8 * * 1-5', '0 9,18 * * *'])
        expect(checkView(viewOf(schedule, language), 'modal')).toEqual([]);
  });

  test('shows what holds now, and carries where it came from', () => {
    const view = viewOf();
    expect(view).toMatchObject({ callback_id: 'abc', private_metadata: 'C1' });
    const elements = Object.fromEntries(
      view.blocks.flatMap((block) => ('element' in block ? [[block.block_id, block.element]] : [])),
    );
    expect(elements).toMatchObject({
      language: { type: 'static_select', initial_option: { value: 'ko' } },
      time: { type: 'timepicker', initial_time: '08:30' },
      days: { type: 'checkboxes', initial_options: [1, 2, 3, 4, 5].map((day) => ({ value: String(day) })) },
      timezone: { initial_value: 'Asia/Seoul' },
      topics: { initial_value: '결제, AI' },
    });
  });

  test('a pattern that the fields cannot show leaves them empty, and empty fields keep it', () => {
    const time = viewOf('0 9,18 * * *').blocks.find(
      (block) => 'block_id' in block && block.block_id === 'time',
    );
    expect(time).toMatchObject({ optional: true, element: { type: 'timepicker' } });
    expect(time).not.toHaveProperty('element.initial_time');
    const twice = { ...draft, schedule: '0 9,18 * * *' };
    expect(formWords({ time: [], days: [], timezone: ['UTC'], topics: [] }, twice)).toEqual({
      timezone: 'UTC',
      topics: '',
    });
  });

  test('what the form showed is not read again, so that nothing of the file is refused or cut', () => {
    const topics = [...Array.from({ length: 200 }, (_, index) => `주제 ${index} ${'가'.repeat(20)}`), 'a, b'];
    const odd = { ...draft, timezone: 'Etc/GMT+9', topics };
    const [, , , zone, shown] = channelForm('마케팅', odd, 'ko').fields;
    if (zone?.kind !== 'text' || shown?.kind !== 'text') throw new Error('no fields of text');
    const values = {
      language: ['ko'],
      time: ['08:30'],
      days: ['1', '2', '3', '4', '5'],
      timezone: [zone.value],
      topics: [[...shown.value].slice(0, shown.longest).join('')],
    };
    expect(formWords(values, odd)).toEqual({ language: 'ko' });
  });
});

test('what Slack sends of a form is read by field', () => {
  expect(
    readForm({
      language: {
        language: {
          type: 'static_select',
          selected_option: { text: { type: 'plain_text', text: 'x' }, value: 'en' },
        },
      },
      time: { time: { type: 'timepicker', selected_time: '09:00' } },
      days: { days: { type: 'checkboxes', selected_options: [] } },
      timezone: { timezone: { type: 'plain_text_input', value: 'UTC' } },
      topics: { topics: { type: 'plain_text_input', value: null } },
    }),
  ).toEqual({ language: ['en'], time: ['09:00'], days: [], timezone: ['UTC'], topics: [] });
});
