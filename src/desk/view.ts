/** What the desk's page shows, as plain JSON. Pure. */
import type { Draft, Known } from '../import/propose.ts'
import type { Range } from '../import/who/text.ts'
import type { ProseNode } from '../markdown/nodes.ts'
import { langOf } from '../words/language.ts'
import type { MarkKind } from './actions.ts'
import type { Conflict, Proof } from './desk.ts'
import type { Mark } from './marks.ts'
import { languageOf, type Piece } from './piece.ts'
import { wordsOf } from './reach.ts'
import type { Choice, Step } from './steps.ts'

/** Marked words in the article. */
interface ShownMark {
  id: string
  ranges: readonly Range[]
  as: MarkKind | null
  offered: MarkKind
  /** Whose words they are, or what happened. */
  who: string | null
}

export interface View {
  /** Raised by every action; one on an older state is refused. */
  version: number
  folder: string
  /** What has changed, for whoever cannot see it. */
  said: string
  canUndo: boolean
  conflict: Conflict | null
  article: {
    title: string
    lang: { lang: string; dir?: 'rtl' }
    blocks: { kind: 'paragraph' | 'heading'; text: string; words: [start: number, end: number][] }[]
    marks: ShownMark[]
    cut: { line: number; because: string; text: string }[]
    warnings: string[]
  } | null
  /** What is to be decided now, and how much is left. */
  step: Step | null
  left: { marks: number; other: number }
  proof: Proof | null
  /** The article as readers will see it. */
  shown: ProseNode[]
  /** What was written, once it is published. */
  saved: string[] | null
  /** What fields may name, by noun. */
  names: Names
  /** Files that can be opened, while nothing else is asked. */
  things: Choice[]
}

/** Names that a field may have, by the noun they are of. */
export interface Names {
  readonly [noun: string]: readonly { id: string; name: string }[]
}

export interface Shown
  extends Pick<View, 'version' | 'said' | 'conflict' | 'folder' | 'canUndo'>,
    Partial<Pick<View, 'names' | 'proof' | 'shown' | 'saved' | 'things'>> {
  known: Known
  piece: Piece | null
  draft?: Draft
  marks?: readonly Mark[]
  steps?: readonly Step[]
}

export function toView(shown: Shown): View {
  const { version, said, conflict, folder, known, canUndo, piece, draft, marks = [], steps = [] } = shown
  const open = steps.filter(({ is }) => is !== 'publish')
  return {
    ...{ version, folder, said, canUndo, conflict },
    article: piece && draft ? toArticle(piece, draft, marks, known) : null,
    step: steps[0] ?? null,
    left: {
      marks: open.filter(({ is }) => is === 'mark').length,
      other: open.filter(({ is }) => is !== 'mark').length,
    },
    proof: shown.proof ?? null,
    shown: shown.shown ?? [],
    saved: shown.saved ?? null,
    names: shown.names ?? {},
    things: shown.things ?? [],
  }
}

function toArticle(piece: Piece, draft: Draft, marks: readonly Mark[], { record }: Known): View['article'] {
  const language = languageOf(piece)
  const nameOf = (key: string) => record.speakers.find(({ id }) => id === key)?.name ?? key.replace(/^\+/, '')
  return {
    title: draft.facts.title ?? '',
    lang: langOf(language),
    blocks: draft.capture.blocks.map(({ kind, text }) => ({ kind, text, words: wordsOf(text, language) })),
    marks: marks.map(({ id, ranges, as, offered, speaker, event, answer }) => {
      const who =
        (as ?? offered) === 'report'
          ? (piece.events[id]?.title ?? record.events.find((one) => one.id === event)?.title ?? null)
          : as === 'term' || as === 'none'
            ? null
            : speaker && !(answer.isRefused && !answer.speaker)
              ? nameOf(speaker)
              : null
      return { id, ranges, as, offered, who }
    }),
    cut: piece.capture.cut.map(({ from, because, lines }) => {
      return { line: from, because, text: lines.map(({ text }) => text).join('\n') }
    }),
    warnings: draft.capture.warnings,
  }
}
