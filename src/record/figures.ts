/** Figures side by side: they differ only where the same thing is counted in the same place, and are never added up. */
import type { Figure } from './types.ts'

export interface FigureGroup {
  what: string
  scope: string | null
  /** As the articles give them, in the order of the record. */
  figures: Figure[]
  /** Whether they say different numbers. */
  differ: boolean
}

/** Figures by what they count and where, in the order in which each is first given. */
export function groupFigures(figures: readonly Figure[]): FigureGroup[] {
  const groups = new Map<string, FigureGroup>()
  for (const figure of figures) {
    const { what, scope } = figure
    const key = JSON.stringify([what, scope])
    const group = groups.get(key) ?? { what, scope, figures: [], differ: false }
    group.differ ||= group.figures.some(({ value }) => value !== figure.value)
    group.figures.push(figure)
    groups.set(key, group)
  }
  return [...groups.values()]
}
