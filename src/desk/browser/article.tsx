/** The article with its marks, and the stretch that somebody is about to mark. */
import { Fragment } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Range } from '../../import/who/text.ts'
import type { View } from '../view.ts'

type Shown = NonNullable<View['article']>

export interface ArticleProps {
  article: Shown
  /** The words that are asked about. */
  asked: readonly Range[]
  /** The words that somebody has selected; null when nobody is marking. */
  selected: readonly Range[] | null
  select: (ranges: readonly Range[]) => void
  faults: NonNullable<View['proof']>['faults']
}

export function Article({ article, asked, selected, select, faults }: ArticleProps) {
  const root = useRef<HTMLElement>(null)
  const at = JSON.stringify(selected ?? asked)
  useEffect(() => {
    // Where the article stands below the question, that stays in sight: it has the paragraph too.
    if (selected || matchMedia('(width >= 56rem)').matches)
      root.current?.querySelector('.selected, .asked')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <article
      ref={root}
      {...article.lang}
      aria-label="The article"
      onMouseUp={() => {
        const ranges = rangesOf(getSelection(), root.current)
        if (ranges.length > 0) select(ranges)
      }}
    >
      <h2>{article.title}</h2>
      {article.blocks.map(({ kind, text }, block) => {
        const here = article.marks.filter(({ ranges }) => ranges.some((range) => range.block === block))
        const wrong = faults.filter(({ mark }) => here.some(({ id }) => id === mark))
        return (
          <Fragment key={`${block} ${text}`}>
            <Block {...{ kind, text, block, article, asked }} selected={selected ?? []} />
            {wrong.map(({ says }) => (
              <p key={says} class="fault problem" lang="en" dir="ltr">
                {says}
              </p>
            ))}
          </Fragment>
        )
      })}
    </article>
  )
}

interface BlockProps {
  kind: 'paragraph' | 'heading'
  text: string
  block: number
  article: Pick<Shown, 'marks'>
  asked: readonly Range[]
  selected: readonly Range[]
}

/** One paragraph, cut where a mark or the selection begins or ends. */
export function Block({ kind, text, block, article, asked, selected }: BlockProps) {
  const inBlock = <One extends Range>(ranges: readonly One[]) => ranges.filter((range) => range.block === block)
  const marks = article.marks.flatMap(({ ranges, ...mark }) => inBlock(ranges).map((range) => ({ ...mark, ...range })))
  const own = [...inBlock(asked), ...inBlock(selected)]
  const edges = [0, text.length, ...[...marks, ...own].flatMap(({ start, end }) => [start, end])]
  const cuts = [...new Set(edges)].sort((a, b) => a - b)
  const Tag = kind === 'heading' ? 'h3' : 'p'
  return (
    <Tag data-block={block}>
      {cuts.slice(0, -1).map((start, index) => {
        const end = cuts[index + 1] ?? text.length
        const holds = (range: Range) => range.block === block && range.start <= start && end <= range.end
        const mark = marks.find(holds)
        const names = [
          mark && `mark ${mark.as ?? mark.offered}${mark.as === null ? ' open' : ''}`,
          asked.some(holds) && 'asked',
          selected.some(holds) && 'selected',
        ].filter(Boolean)
        const words = text.slice(start, end)
        if (names.length === 0)
          return (
            <span key={start} data-start={start}>
              {words}
            </span>
          )
        return (
          <mark key={start} class={names.join(' ')} data-start={start} title={mark?.who ?? undefined}>
            {words}
          </mark>
        )
      })}
    </Tag>
  )
}

/** What is selected with a mouse or a finger, as stretches of blocks. */
function rangesOf(selection: Selection | null, root: HTMLElement | null): Range[] {
  if (!selection || selection.isCollapsed || !root || selection.rangeCount === 0) return []
  const range = selection.getRangeAt(0)
  return [...root.querySelectorAll<HTMLElement>('[data-block]')].flatMap((element) => {
    if (!range.intersectsNode(element)) return []
    const length = element.textContent?.length ?? 0
    const start = element.contains(range.startContainer) ? offsetOf(range.startContainer, range.startOffset) : 0
    const end = element.contains(range.endContainer) ? offsetOf(range.endContainer, range.endOffset) : length
    return start < end ? [{ block: Number(element.dataset['block']), start, end }] : []
  })
}

function offsetOf(node: Node, offset: number): number {
  const element = node instanceof Element ? node : node.parentElement
  const start = element?.closest<HTMLElement>('[data-start]')?.dataset['start']
  return Number(start ?? 0) + (node instanceof Element ? 0 : offset)
}
