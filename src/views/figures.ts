/** Figures side by side: they differ only where the same thing is counted in the same place, and are never added up. */
import type { FigureView } from './event.ts'

export interface FigureGroup {
  what: string
  scope: string | null
  /** As the articles give them, in the order of the record. */
  figures: FigureView[]
  /** Whether they say different numbers. */
  differ: boolean
}

/** Figures by what they count and where, in the order in which each is first given. */
export function groupFigures(figures: readonly FigureView[]): FigureGroup[] {
  const groups = Map.groupBy(figures, ({ what, scope }) => JSON.stringify([what, scope]))
  return [...groups.values()].map((own) => {
    const { what, scope, value } = own[0] as FigureView
    return { what, scope, figures: own, differ: own.some((figure) => figure.value !== value) }
  })
}
