/** What every rule of the import has: a name, what it reads, and an example that is its test. */
export interface Rule {
  /** Named in `--json`, and switched off by `--without`. */
  name: string
  /** What it looks at, for an editor. */
  reads: string
  /** A text, and what the rule makes of the last quotation, report or date in it: `Ann Berg, certain`. */
  example: { text: string; gives: string; language?: string }
}
