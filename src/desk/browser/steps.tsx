/** One decision: what is asked, what it rests on, and its buttons. */
import { useState } from 'preact/hooks'
import type { Action, MarkKind } from '../actions.ts'
import type { Step } from '../steps.ts'
import type { View } from '../view.ts'
import { AgainStep, ThingStep } from './again.tsx'
import { Block } from './article.tsx'
import type { Ask } from './ask.ts'
import { Choose } from './choose.tsx'
import { Form, type FormProps } from './form.tsx'
import { arrowsOf, Key } from './key.tsx'
import { Files } from './proof.tsx'

export interface StepProps {
  view: View
  problems: FormProps['problems']
  /** Has something done; the words say what, to whoever cannot see it. */
  run: (asked: Ask, said: string) => void
}

type Of<Is extends Step['is']> = StepProps & {
  step: Extract<Step, { is: Is }>
  act: (action: Action, said: string) => void
}

/** The question that a step asks. */
export function questionOf({ step, saved }: View): string {
  if (saved) return 'Published'
  if (!step) return 'Bring an article'
  switch (step.is) {
    case 'facts':
      return 'Is this the article?'
    case 'outlet':
      return 'A new outlet'
    case 'mark':
      return step.offered === 'report'
        ? 'Does this report an event?'
        : step.offered === 'term'
          ? 'Does nobody say this?'
          : 'Who says it?'
    case 'same':
      return 'Is it this utterance, on record already?'
    case 'speaker':
      return `A new speaker: ${step.speaker}`
    case 'event':
      return 'A new event'
    case 'copy':
      return 'Is the article a copy?'
    case 'publish':
      return 'All is decided'
    case 'again':
      return step.own ? 'What is to be changed?' : 'Is that all?'
    case 'thing':
      return step.file.endsWith('/') ? `A new ${step.noun.slice(0, -1)}` : step.fields[0]?.value || step.file
  }
}

export function StepPanel({ view, problems, run }: StepProps) {
  const { step } = view
  const act = (action: Action, said: string) => run({ ask: 'act', action }, said)
  const given = { view, problems, run, act }
  const form = (
    { id, fields }: Pick<Extract<Step, { fields: unknown }>, 'id' | 'fields'>,
    button: string,
    done: FormProps['done'],
  ) => <Form key={id} fields={fields} problems={problems} names={view.names} button={button} done={done} />
  switch (step?.is) {
    case 'facts':
      return form(step, 'These are the facts', (values) => act({ do: 'facts', values }, 'The facts are taken.'))
    case 'outlet':
      return form(step, 'Take this outlet', (values) => act({ do: 'outlet', values }, 'The outlet is taken.'))
    case 'mark':
      return <MarkStep key={step.id} {...given} step={step} />
    case 'same':
      return <SameStep key={step.id} {...given} step={step} />
    case 'speaker':
      return (
        <>
          <Paragraph view={view} ranges={step.ranges} />
          {form(step, 'Take this speaker', (values) =>
            act({ do: 'speaker', speaker: step.speaker, values }, `${values['name']} is taken.`),
          )}
        </>
      )
    case 'event':
      return (
        <>
          <Paragraph view={view} ranges={step.ranges} />
          {form(step, 'Take this event', (values) =>
            act({ do: 'event', mark: step.mark, values }, `The event is taken: ${values['title']}.`),
          )}
        </>
      )
    case 'copy':
      return (
        <>
          <p>
            {Math.round(step.share * 100)} % of the text is in {step.article} too ({step.outlet}). A copy is no report
            of its own.
          </p>
          <div class="keys">
            <Key press="y" run={() => act({ do: 'copy', of: step.article }, 'It is a copy.')} isMain={step.isSure}>
              A copy
            </Key>
            <Key press="x" run={() => act({ do: 'copy', of: null }, 'It is no copy.')}>
              No copy
            </Key>
            <Skip step={step} act={act} />
          </div>
        </>
      )
    case 'again':
      return <AgainStep key={view.version} {...given} step={step} />
    case 'thing':
      return <ThingStep key={step.id} {...given} step={step} />
    case 'publish':
      return <PublishStep {...given} step={step} />
    default:
      return null
  }
}

/** The whole paragraphs that the words stand in. */
function Paragraph({ view, ranges }: { view: View; ranges: Extract<Step, { is: 'mark' }>['ranges'] }) {
  const { article } = view
  if (!article) return null
  return (
    <blockquote {...article.lang}>
      {[...new Set(ranges.map(({ block }) => block))].map((block) => {
        const shown = article.blocks[block]
        return (
          shown && (
            <Block
              key={block}
              kind="paragraph"
              text={shown.text}
              {...{ block, article }}
              asked={ranges}
              selected={[]}
            />
          )
        )
      })}
    </blockquote>
  )
}

function Skip({ step, act }: { step: Step; act: Of<'mark'>['act'] }) {
  return (
    <Key press="s" run={() => act({ do: 'skip', decision: step.id }, 'Skipped: it comes again at the end.')}>
      Skip
    </Key>
  )
}

const numbered = 9

function MarkStep({ view, step, act }: Of<'mark'>) {
  const [choosing, setChoosing] = useState<'speaker' | 'event' | 'said' | null>(null)
  const { mark, offered, speaker, choices, events } = step
  const settle = (as: MarkKind, more: { speaker?: string; event?: string } = {}, name = '') =>
    act(
      { do: 'settle', mark, as, ...more },
      `Taken as a ${as === 'none' ? 'stretch without a link' : as}${name && `: ${name}`}.`,
    )
  const isReport = offered === 'report'
  const isQuoted = step.certainty !== '' && /["“„«「『‘']/.test(step.words.slice(0, 1))
  const as: MarkKind = offered === 'mention' ? 'mention' : 'quote'
  const take = (choice: { key: string; name: string }) => settle(as, { speaker: choice.key }, choice.name)
  const move = (end: 'start' | 'end', by: 'word' | 'sentence', to: -1 | 1) =>
    act({ do: 'move', mark, end, by, to }, `The ${end} is moved by a ${by}.`)
  const [back, on] = arrowsOf(view.article)
  const ends = [
    ['[', 'start', 'word', -1],
    [']', 'start', 'word', 1],
    ['{', 'start', 'sentence', -1],
    ['}', 'start', 'sentence', 1],
    [back, 'end', 'word', -1],
    [on, 'end', 'word', 1],
    [`Shift+${back}`, 'end', 'sentence', -1],
    [`Shift+${on}`, 'end', 'sentence', 1],
  ] as const
  const reject = () => {
    if (isReport || !isQuoted) settle('none')
    else act({ do: 'reject', mark }, 'Not the one who was proposed.')
  }
  return (
    <>
      <Paragraph view={view} ranges={step.ranges} />
      <dl>
        {!isReport && (
          <>
            <dt>Proposed</dt>
            <dd>
              {offered === 'term' ? (
                'nobody: the name of a thing'
              ) : speaker ? (
                <b dir="auto">{speaker.name}</b>
              ) : (
                'nobody'
              )}
              {speaker?.isNew && ' (new)'}, {step.certainty}
            </dd>
          </>
        )}
        <dt>Because</dt>
        <dd dir="auto">
          {step.because}
          {step.rule && <small> (rule {step.rule})</small>}
        </dd>
        {(step.said || step.context) && (
          <>
            <dt>When, to whom</dt>
            <dd dir="auto">{[step.saidWords, step.context].filter(Boolean).join(', ')}</dd>
          </>
        )}
        {step.like && (
          <>
            <dt>On record</dt>
            <dd>perhaps {step.like}: asked next</dd>
          </>
        )}
      </dl>
      {choosing === 'speaker' && (
        <Choose
          label="Speaker"
          choices={choices}
          newOne="A new speaker"
          done={(choice) =>
            'key' in choice
              ? settle(as, { speaker: choice.key })
              : settle(as, { speaker: `+${choice.name}` }, choice.name)
          }
          leave={() => setChoosing(null)}
        />
      )}
      {choosing === 'event' && (
        <Choose
          label="Event"
          choices={[...events, { key: '+', name: 'A new event', isNew: true }]}
          newOne="A new event"
          done={(choice) => settle('report', { event: 'key' in choice ? choice.key : '+' })}
          leave={() => setChoosing(null)}
        />
      )}
      {choosing === 'said' && (
        <SaidForm
          step={step}
          done={(said, context) => act({ do: 'said', mark, said, context }, 'Noted.')}
          leave={() => setChoosing(null)}
        />
      )}
      <div class="keys">
        {isReport ? (
          <Key press="Enter" run={() => settle('report', { event: '+' })} isMain>
            A new event
          </Key>
        ) : (
          offered !== 'term' &&
          speaker && (
            <Key press="Enter" run={() => take(speaker)} isMain>
              Accept: {speaker.name}
            </Key>
          )
        )}
        {offered === 'term' && (
          <Key press="t" run={() => settle('term')} isMain>
            Nobody: a term
          </Key>
        )}
        <Key press="x" run={reject} isOff={isQuoted && !isReport && !speaker}>
          {isReport || !isQuoted ? 'No link' : 'Somebody else'}
        </Key>
        <Skip step={step} act={act} />
      </div>
      <fieldset class="keys" aria-label={isReport ? 'An event on record' : 'Speakers'}>
        {isReport
          ? events.slice(0, 3).map((event, index) => (
              <Key
                key={event.key}
                press={String(index + 1)}
                run={() => settle('report', { event: event.key }, event.name)}
              >
                {event.name}
              </Key>
            ))
          : choices.slice(0, numbered).map((choice, index) => (
              <Key key={choice.key} press={String(index + 1)} run={() => take(choice)}>
                {choice.name}
                {choice.isNew && ' (new)'}
              </Key>
            ))}
        <Key press="n" run={() => setChoosing(isReport ? 'event' : 'speaker')}>
          {isReport ? 'Any event' : 'Any or a new speaker'}
        </Key>
      </fieldset>
      <details open>
        <summary>What it is, and where it ends</summary>
        <fieldset class="keys" aria-label="What it is">
          <Key
            press="q"
            run={() => (speaker ? settle('quote', { speaker: speaker.key }, speaker.name) : setChoosing('speaker'))}
          >
            Quote
          </Key>
          <Key press="r" run={() => setChoosing('event')}>
            Report
          </Key>
          <Key
            press="m"
            run={() => (speaker ? settle('mention', { speaker: speaker.key }, speaker.name) : setChoosing('speaker'))}
          >
            Mention
          </Key>
          {offered !== 'term' && (
            <Key press="t" run={() => settle('term')}>
              Term: nobody says it
            </Key>
          )}
          <Key press="d" run={() => setChoosing('said')}>
            When, to whom
          </Key>
          {!isReport && (
            <>
              <Key
                press="j"
                run={() => act({ do: 'join', mark }, 'Joined with the quote before: one utterance.')}
                isOff={step.goesOn}
              >
                Join with the one before
              </Key>
              <Key
                press="k"
                run={() => act({ do: 'split', mark }, 'Split from the quote before: an utterance of its own.')}
              >
                Split from it
              </Key>
            </>
          )}
        </fieldset>
        <fieldset class="keys" aria-label="Where it begins and ends">
          {ends.map(([press, end, by, to]) => (
            <Key key={press} press={press} run={() => move(end, by, to)}>
              {`${end === 'start' ? 'Begin' : 'End'} a ${by} ${to < 0 ? 'earlier' : 'later'}`}
            </Key>
          ))}
        </fieldset>
      </details>
    </>
  )
}

function SaidForm({
  step,
  done,
  leave,
}: {
  step: Extract<Step, { is: 'mark' }>
  done: (said: string, context: string) => void
  leave: () => void
}) {
  const field = (name: string, help: string, value: string) => {
    const own = { choices: [], fields: [], isNeeded: false, noun: null, problem: null, because: null }
    return { ...own, name, help, is: 'words' as const, value }
  }
  return (
    <Form
      fields={[
        field('said', 'The day it was said, in EDTF, when the article states it.', step.said),
        field('context', 'Where or to whom.', step.context),
      ]}
      button="Note it"
      leave={leave}
      done={(values) => {
        leave()
        done(values['said'] ?? '', values['context'] ?? '')
      }}
    />
  )
}

function SameStep({ view, step, act }: Of<'same'>) {
  const { mark, quote } = step
  const isSure = step.warning === null
  const answer = (said: 'same' | 'different', told: string) => act({ do: 'same', mark, quote, answer: said }, told)
  return (
    <>
      <Paragraph view={view} ranges={step.ranges} />
      <p>
        On record: <b>{quote}</b>, {step.said}; likeness {step.score}
      </p>
      <p {...view.article?.lang} class="difference">
        {step.parts.map(({ words, is }, index) =>
          is === 'both' ? (
            <span key={index}>{words}</span>
          ) : is === 'here' ? (
            <ins key={index}>{words}</ins>
          ) : (
            <del key={index}>{words}</del>
          ),
        )}
      </p>
      <p>
        <small>
          <ins>Only here</ins>, <del>only on record</del>
        </small>
      </p>
      {step.warning && <p class="problem">Against it: {step.warning}</p>}
      <div class="keys">
        <Key press={isSure ? 'Enter' : 'y'} run={() => answer('same', 'The same utterance.')} isMain={isSure}>
          The same
        </Key>
        <Key press="x" run={() => answer('different', 'Another utterance.')}>
          Another one
        </Key>
        <Skip step={step} act={act} />
      </div>
    </>
  )
}

function PublishStep({ view, run }: Of<'publish'>) {
  const { proof } = view
  const errors = proof?.faults.filter(({ isError }) => isError) ?? []
  return (
    <>
      <p>
        {errors.length > 0
          ? `The checks refuse it: ${errors.length} errors.`
          : 'The checks pass. These files will be written:'}
      </p>
      {errors.length === 0 && <Files folder={view.folder} paths={proof?.files.map(({ path }) => path) ?? []} />}
      <div class="keys">
        <Key press="Enter" run={() => run({ ask: 'publish' }, '')} isMain isOff={errors.length > 0}>
          Publish
        </Key>
      </div>
    </>
  )
}
