import type { Brief } from '../brief.ts';
import type { SourceFile } from './reader.ts';

/** A brief of which nothing is known yet but the file it comes from. */
export function blankBrief(source: SourceFile, kind: Brief['kind'], made: Brief['made']): Brief {
  return {
    file: source.file,
    hash: source.hash,
    kind,
    made,
    id: '',
    title: '',
    url: '',
    urlKey: '',
    sourceName: '',
    sourceId: '',
    language: '',
    datePublished: '',
    ingestedAt: null,
    categories: [],
    tags: [],
    regions: [],
    summary: { ko: '', en: '' },
    soWhat: { ko: '', en: '' },
    insight: { ko: '', en: '' },
    keyPoints: [],
    confidence: null,
    relevance: null,
    impact: null,
    theme: '',
    sentiment: '',
    entities: [],
  };
}
