/** The desk's page: one decision, the article beside it, and what has changed, told. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Range } from '../../import/who/text.ts'
import type { MarkKind } from '../actions.ts'
import type { View } from '../view.ts'
import { Article } from './article.tsx'
import { type Ask, ask, look, type Told } from './ask.ts'
import { Start } from './bring.tsx'
import { Choose } from './choose.tsx'
import { arrowsOf, Key, pressKey } from './key.tsx'
import { moveSelection, type Selection, toRange } from './marking.ts'
import { Faults, Files } from './proof.tsx'
import { Readers } from './prose.tsx'
import { questionOf, StepPanel } from './steps.tsx'

export function App() {
  const [told, setTold] = useState<Told | null>(null)
  const [said, setSaid] = useState('')
  const [marking, showMarking] = useState<Selection | null>(null)
  // Keys may come faster than the page is drawn.
  const selection = useRef<Selection | null>(null)
  const setMarking = (next: Selection | null) => {
    selection.current = next
    showMarking(next)
  }
  const [picked, setPicked] = useState<readonly Range[] | null>(null)
  const [isShown, setShown] = useState(false)
  const [isLinking, setLinking] = useState(false)
  const [isGoingBack, setGoingBack] = useState(false)
  const [hasKeys, setKeys] = useState(true)
  const question = useRef<HTMLHeadingElement>(null)
  const busy = useRef<Promise<unknown>>(Promise.resolve())
  const view = told?.view

  const run = useCallback((asked: Ask, what: string) => {
    // Keys that come faster than answers wait for their turn.
    busy.current = busy.current.then(async () => {
      try {
        const next = await ask(asked, latest.current)
        latest.current = next.view.version
        setTold(next)
        setSaid(next.refused ? next.refused : [what, next.view.said].filter(Boolean).join(' '))
        setPicked(null)
        setMarking(null)
        setLinking(false)
        setGoingBack(false)
      } catch (error) {
        setSaid(
          `The desk does not answer: ${error instanceof Error ? error.message : error}. What was answered is kept.`,
        )
      }
    })
  }, [])
  const latest = useRef(0)

  useEffect(() => {
    look().then(
      (first) => {
        latest.current = first.view.version
        setTold(first)
      },
      (error: Error) => setSaid(error.message),
    )
  }, [])
  useEffect(() => {
    if (!view?.article || view.proof || view.saved) return
    // The checks of a large record take a second: they run when nothing is pressed.
    const timer = setTimeout(() => {
      busy.current = busy.current.then(async () => {
        const checked = await look('check').catch(() => null)
        if (checked?.view.version === latest.current) setTold((before) => ({ ...before, view: checked.view }))
      })
    }, 300)
    return () => clearTimeout(timer)
  }, [view])
  const stepId = view?.saved ? 'saved' : view?.step?.id
  useEffect(() => {
    // A form takes the focus itself.
    if (!document.activeElement?.closest('form, .choose, #paste')) question.current?.focus()
  }, [stepId, view?.version])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!hasKeys) return
      if (selection.current && view?.article && !event.ctrlKey && !event.metaKey && !event.altKey) {
        // To the left is on, where a text runs there.
        const [back, on] = arrowsOf(view.article)
        const plain = event.key === on ? 'ArrowRight' : event.key === back ? 'ArrowLeft' : event.key
        const key = event.shiftKey && plain.startsWith('Arrow') ? `Shift+${plain}` : plain
        const next = moveSelection(view.article.blocks, selection.current, key)
        if (next) {
          event.preventDefault()
          setMarking(next)
          const { block, start, end } = toRange(view.article.blocks, next)
          setSaid(view.article.blocks[block]?.text.slice(start, end) ?? '')
          return
        }
      }
      pressKey(event)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })

  if (!view) return <p role="status">{said || '…'}</p>
  const { article, step, saved, conflict } = view
  const isAgain = step?.is === 'again' || step?.is === 'thing'
  const isDeciding = article !== null && !saved && !isAgain
  // What is typed into a form is not taken away by a selection.
  const canMark = article !== null && !saved && step !== null && !('fields' in step)
  const decided = isDeciding ? article.marks.filter(({ as }) => as !== null) : []
  const again = (mark: string) => run({ ask: 'act', action: { do: 'again', mark } }, 'Asked again.')
  const asked = step && 'ranges' in step ? step.ranges : []
  const selected = marking && article ? [toRange(article.blocks, marking)] : picked
  const mark = (as: MarkKind) => {
    if (isAgain) setLinking(true)
    else if (selected) run({ ask: 'act', action: { do: 'mark', ranges: [...selected], as } }, `Marked as a ${as}.`)
  }
  return (
    <>
      <header>
        <h1>The desk</h1>
        <div class="keys">
          <Key press="u" run={() => run({ ask: 'undo' }, '')} isOff={!view.canUndo}>
            Undo
          </Key>
          {canMark && (
            <Key press="e" run={() => setMarking({ block: asked[0]?.block ?? 0, first: 0, last: 0 })}>
              Mark what was missed
            </Key>
          )}
          {canMark && decided.length > 0 && (
            <Key press="b" run={() => setGoingBack(true)}>
              Back to a decision
            </Key>
          )}
          {article && !saved && (
            <Key press="p" run={() => setShown((before) => !before)}>
              {isShown ? 'Back to the desk' : 'As readers see it'}
            </Key>
          )}
          <label>
            <input type="checkbox" checked={hasKeys} onChange={(event) => setKeys(event.currentTarget.checked)} />{' '}
            Single keys
          </label>
        </div>
      </header>
      <section class="bar" aria-label="Where it stands">
        {step && <b id="left">{leftOf(view)}</b>}
        <p role="status" dir="auto" class={told.refused ? 'problem' : ''}>
          {said}
        </p>
      </section>
      <main>
        <section class="decision" aria-labelledby="question">
          <h2 id="question" ref={question} tabIndex={-1}>
            {selected ? 'What are these words?' : questionOf(view)}
          </h2>
          {conflict && <Conflicting view={view} />}
          {!step && !saved && <Start view={view} run={run} />}
          {saved && (
            <>
              <Files folder={view.folder} paths={saved} />
              <div class="keys">
                <Key press="Enter" run={() => run({ ask: 'leave' }, 'The desk is free.')} isMain>
                  The next article
                </Key>
              </div>
            </>
          )}
          {isGoingBack && (
            <Choose
              label="What is to be decided again?"
              choices={decided.map(({ id, as, who, ranges }) => {
                return { key: id, name: [signs[as ?? 'none'], who, wordsOf(article, ranges)].join(' '), isNew: false }
              })}
              done={(choice) => 'key' in choice && again(choice.key)}
              leave={() => setGoingBack(false)}
            />
          )}
          {isLinking && selected && step?.is === 'again' ? (
            <Choose
              label="What happened, as these words report it"
              choices={step.events}
              done={(choice) => {
                const words = wordsOf(article, selected)
                if ('key' in choice)
                  run({ ask: 'act', action: { do: 'link', words, event: choice.key } }, `Linked to ${choice.key}.`)
              }}
              leave={() => setLinking(false)}
            />
          ) : selected ? (
            <Marking
              selected={selected}
              article={article}
              mark={mark}
              leave={() => [setMarking(null), setPicked(null)]}
              isByKey={marking !== null}
              kinds={markings.filter(({ as }) => !isAgain || as === 'report')}
            />
          ) : (
            !saved && <StepPanel view={view} problems={told.problems} run={run} />
          )}
          {isDeciding && !selected && view.proof && (
            <Faults faults={view.proof.faults}>
              {({ mark }, index) =>
                mark && (
                  <Key press={index === 0 ? 'g' : ''} run={() => again(mark)}>
                    Decide it again
                  </Key>
                )
              }
            </Faults>
          )}
          {isDeciding && step?.is === 'facts' && <Captured article={article} run={run} />}
        </section>
        {article &&
          (isShown ? (
            <Readers lang={article.lang} title={article.title} nodes={view.shown} />
          ) : (
            <Article
              {...{ article, asked, selected }}
              faults={view.proof?.faults ?? []}
              select={(ranges) => canMark && setPicked(ranges)}
            />
          ))}
      </main>
    </>
  )
}

type Shown = NonNullable<View['article']>

/** What is left to do. */
function leftOf({ left, proof, step }: View): string {
  const errors = proof?.faults.filter(({ isError }) => isError).length ?? 0
  const changed = proof?.files.length ?? 0
  const isAgain = step?.is === 'again' || step?.is === 'thing'
  const [count, what] = isAgain ? [changed, 'changed, not published'] : [left.marks + left.other, 'left to decide']
  const todo = count > 0 ? `${count} ${what}` : isAgain ? 'Nothing is changed yet' : 'Nothing is left to decide'
  return errors === 0 ? todo : `${todo}; the checks find ${errors}`
}

function wordsOf(article: Shown | null, ranges: readonly Range[]): string {
  return ranges.map(({ block, start, end }) => article?.blocks[block]?.text.slice(start, end)).join(' … ')
}

interface MarkingProps {
  selected: readonly Range[]
  article: Shown | null
  mark: (as: MarkKind) => void
  leave: () => void
  isByKey: boolean
  kinds: typeof markings
}

const markings: { as: MarkKind; press: string; name: string }[] = [
  { as: 'quote', press: 'q', name: 'Quote' },
  { as: 'report', press: 'r', name: 'Report' },
  { as: 'mention', press: 'm', name: 'Mention' },
  { as: 'term', press: 't', name: 'Term' },
]

function Marking({ selected, article, mark, leave, isByKey, kinds }: MarkingProps) {
  const words = wordsOf(article, selected)
  return (
    <>
      <blockquote {...article?.lang}>{words}</blockquote>
      {isByKey && (
        <p>
          <small>
            <kbd>←</kbd> <kbd>→</kbd> word, <kbd>↑</kbd> <kbd>↓</kbd> paragraph, <kbd>⇧←</kbd> <kbd>⇧→</kbd> one word
            more or less, <kbd>.</kbd> to the end of the sentence, <kbd>A</kbd> the whole paragraph
          </small>
        </p>
      )}
      <div class="keys">
        {kinds.map(({ as, press, name }) => (
          <Key key={as} press={press} run={() => mark(as)} isMain={kinds[0]?.as === as}>
            {name}
          </Key>
        ))}
        <Key press="Escape" run={leave}>
          Leave
        </Key>
      </div>
    </>
  )
}

type Run = (asked: Ask, said: string) => void

/** What was cut of the page, to be put back. */
function Captured({ article, run }: { article: Shown; run: Run }) {
  return (
    <>
      {article.warnings.map((warning) => (
        <p key={warning} class="problem">
          {warning}
        </p>
      ))}
      {article.cut.length > 0 && (
        <details open>
          <summary>What was cut (Esc leaves the form, for its keys)</summary>
          <ul class="cut">
            {article.cut.map(({ line, because, text }, index) => (
              <li key={line}>
                <small>{because}</small> <span dir="auto">{text.length > 300 ? `${text.slice(0, 299)}…` : text}</span>{' '}
                <Key
                  press={index < 9 ? String(index + 1) : ''}
                  run={() => run({ ask: 'act', action: { do: 'put-back', line } }, 'Put back.')}
                >
                  Put back
                </Key>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const signs = { quote: 'quote', report: 'report', mention: 'mention', term: 'term', none: 'no link' } as const

/** Both versions of a file that was changed meanwhile. */
function Conflicting({ view: { conflict, folder } }: { view: View }) {
  if (!conflict) return null
  return (
    <div class="conflict">
      <p class="problem">
        {folder}/{conflict.path} has changed on disk meanwhile, and nothing was written.
      </p>
      <h3>On disk</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <pre tabIndex={0}>{conflict.found ?? '(no file)'}</pre>
      <h3>The desk would write</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <pre tabIndex={0}>{conflict.ours ?? '(no file)'}</pre>
    </div>
  )
}
