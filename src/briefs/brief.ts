/** The two languages Sowhat speaks. */
export type Language = 'ko' | 'en';

/** One text in both languages; an empty string where the source has none. */
export interface Bilingual {
  ko: string;
  en: string;
}

export type Impact = 'HIGH' | 'MEDIUM' | 'LOW';

/**
 * One processed article: one news item, read from one file or from one item inside a file.
 * All text is plain: HTML entities decoded, control and bidi characters removed, NFC.
 */
export interface Brief {
  /** Identity: the path below the briefs folder, `/`-separated, NFC; an item inside a file is `path#item`. */
  file: string;
  /** SHA-256 (hex) of the source text this brief was read from. */
  hash: string;
  /** What kind of document it came from. */
  kind: 'brief' | 'roundup' | 'article';
  /** Who wrote the summaries: the pipeline, our own extraction from the text, or a language model of ours. */
  made: 'pipeline' | 'extract' | 'machine';
  /** The pipeline's id. Not unique; never used as a key. */
  id: string;
  /** As it was written, in one language. */
  title: string;
  /** http(s) address to read it at, tracking parameters removed; '' where there is none. */
  url: string;
  /** Equal for two addresses of the same article (host and path, no scheme, `www.`, tracking or fragment); '' where there is none. */
  urlKey: string;
  sourceName: string;
  sourceId: string;
  /** ISO 639-1 code of the original article, lower case; '' where unknown. */
  language: string;
  /** `YYYY-MM-DD` as stated by the source; '' where unknown. */
  datePublished: string;
  /** Epoch milliseconds at which the pipeline took it in; null where the file does not say. */
  ingestedAt: number | null;
  categories: string[];
  tags: string[];
  /** Upper case. */
  regions: string[];
  summary: Bilingual;
  soWhat: Bilingual;
  /** One-line insight. */
  insight: Bilingual;
  /** One list, usually in one language; judge the language per point. */
  keyPoints: string[];
  /** The key points told in each language, where something made them so; an empty list where not in that one. */
  keyPointsIn?: { ko: string[]; en: string[] };
  /** 0..1; null where unknown. */
  confidence: number | null;
  /** 0..1; null where unknown. */
  relevance: number | null;
  impact: Impact | null;
  theme: string;
  sentiment: string;
  /** Companies, products and people named by the pipeline. May leak from a neighbouring brief. */
  entities: string[];
  /** Who wrote the article, where it says so in a line of its own. */
  author?: string;
}

/** A file that could not be read as briefs, and why, in a sentence that says what to do. */
export interface Problem {
  file: string;
  reason: string;
}
