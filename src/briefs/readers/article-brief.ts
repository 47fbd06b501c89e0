import type { Brief } from '../brief.ts';
import { plainLine } from '../plain-text.ts';
import { addressKey, readableAddress } from '../web-address.ts';
import type { ArticleParts } from './article-parts.ts';
import { blankBrief } from './blank-brief.ts';
import { detectLanguage } from './detect-language.ts';
import { extractSummary } from './extract-summary.ts';
import type { SourceFile } from './reader.ts';
import { splitSentences } from './split-sentences.ts';

/**
 * An article as a brief: lead and figures in its own words. The other language stays empty; where the article is
 * in neither Korean nor English both summaries stay empty and the extract stands in the key points.
 */
export function articleBrief(source: SourceFile, parts: ArticleParts): Brief {
  const language = detectLanguage(
    [parts.title, ...parts.paragraphs, ...parts.points].join('\n').slice(0, 4000),
  );
  const extract = extractSummary(parts.paragraphs, parts.points, language);
  const told = language === 'ko' || language === 'en';
  const url = readableAddress(parts.url);
  const outlet = plainLine(parts.outlet) || (addressKey(url).split('/')[0] ?? '');
  return {
    ...blankBrief(source, 'article', 'extract'),
    title: parts.title,
    url,
    urlKey: addressKey(url),
    sourceName: outlet,
    sourceId: outlet.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_'),
    language,
    datePublished: parts.datePublished,
    summary: { ko: language === 'ko' ? extract.summary : '', en: language === 'en' ? extract.summary : '' },
    keyPoints: told || extract.summary === '' ? extract.keyPoints : [extract.summary, ...extract.keyPoints],
    ...(parts.author === '' ? {} : { author: parts.author }),
  };
}

/** What an article's brief was read from, before cleaning: its title, and the lines that it tells something of. */
export function articleLines(brief: Brief, parts: ArticleParts): string {
  const told = [brief.summary.ko, brief.summary.en, ...brief.keyPoints].join('\n');
  const lines = [...parts.paragraphs, ...parts.points].filter((line) =>
    splitSentences(line, brief.language).some((sentence) => told.includes(sentence)),
  );
  return [parts.title, ...lines].map((line) => parts.written.get(line) ?? '').join('\n');
}
