import { drawPng } from '../charts/draw-png.ts';
import { topicChart } from '../charts/topic-chart.ts';
import type { Weekly } from '../digest/weekly.ts';
import { phrase } from '../message/in-language.ts';
import type { MessageLanguage } from '../message/message.ts';
import { weeklyPhrases } from '../message/weekly-phrases.ts';

/** The chart of a week's topics, PNG as base64; null for a quiet week. */
export async function drawTopics(weekly: Weekly, language: MessageLanguage): Promise<string | null> {
  if (weekly.charted.length === 0) return null;
  const rows = weekly.charted.map(({ topic, now, before }) => ({ label: topic, now, before }));
  const { svg } = topicChart(rows, {
    title: phrase(weeklyPhrases.chartTitle, language),
    now: phrase(weeklyPhrases.thisWeek, language),
    before: weekly.comparable ? phrase(weeklyPhrases.lastWeek, language) : null,
  });
  return (await drawPng(svg)).toString('base64');
}
