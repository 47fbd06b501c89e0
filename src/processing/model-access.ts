/** Which language model fills in what briefs lack, and how much of it. */
export interface ModelAccess {
  /** The endpoint before `/chat/completions`, such as `http://127.0.0.1:11434/v1`; no slash at its end. */
  url: string;
  model: string;
  /** Null for an endpoint that asks for none. */
  key: string | null;
  /** Briefs a day, by UTC, that the model is asked about. */
  budget: number;
}
