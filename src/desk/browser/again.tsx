/** Files of the record: who said what is changed, what happened is linked, a form is filled in. */
import { useState } from 'preact/hooks'
import { valuesOf } from '../fields.ts'
import type { Step } from '../steps.ts'
import { Choose } from './choose.tsx'
import { Form } from './form.tsx'
import { Key } from './key.tsx'
import { Faults, Files } from './proof.tsx'
import type { StepProps } from './steps.tsx'

const numbered = 9

export function AgainStep({ view, run, step }: StepProps & { step: Extract<Step, { is: 'again' }> }) {
  const [quote, setQuote] = useState<string | null>(null)
  const [isChoosing, setChoosing] = useState(false)
  const { proof } = view
  const errors = proof?.faults.filter(({ isError }) => isError) ?? []
  const changed = proof?.files ?? []
  const open = (file: string) => run({ ask: 'act', action: { do: 'open', file } }, '')
  return (
    <>
      {quote !== null && (
        <Choose
          label="Whose words are they?"
          choices={step.speakers}
          done={(choice) => {
            if ('key' in choice)
              run({ ask: 'act', action: { do: 'attribute', quote, speaker: choice.key } }, 'Given to another speaker.')
          }}
          leave={() => setQuote(null)}
        />
      )}
      {isChoosing && <OpenAny view={view} run={run} leave={() => setChoosing(false)} />}
      {step.own && (
        <>
          <p>Choose a quote to give it to another speaker; mark words in the article to link an event to them.</p>
          <ul class="again">
            {step.quotes.map((one, index) => (
              <li key={`${one.quote} ${index}`}>
                <Key press={index < numbered ? String(index + 1) : ''} run={() => setQuote(one.quote)}>
                  {one.who}
                </Key>{' '}
                <span {...view.article?.lang}>{one.words}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {step.moved && (
        <p class="problem">
          The quote has a new address, and its old one was published: note a correction, and the old one leads on.
        </p>
      )}
      {changed.length > 0 && (
        <>
          <h3>Changed</h3>
          <Files folder={view.folder} paths={changed.map(({ path }) => path)} />
        </>
      )}
      <Faults faults={proof?.faults ?? []}>
        {({ file }) =>
          view.things.some(({ key }) => key === file) && (
            <button type="button" onClick={() => open(file)}>
              Open its form
            </button>
          )
        }
      </Faults>
      <div class="keys">
        <Key
          press="Enter"
          run={() => run({ ask: 'publish' }, '')}
          isMain
          isOff={changed.length === 0 || errors.length > 0}
        >
          Publish
        </Key>
        {step.own && (
          <Key press="f" run={() => open(step.own ?? '')}>
            Its facts
          </Key>
        )}
        <Key press="c" run={() => open('corrections/')}>
          Note a correction
        </Key>
        <Key press="o" run={() => setChoosing(true)}>
          Another file, or a new one
        </Key>
      </div>
    </>
  )
}

/** Opens any file of the record, or a new one. */
export function OpenAny({ view, run, leave }: Pick<StepProps, 'view' | 'run'> & { leave: () => void }) {
  return (
    <Choose
      label="Open a file of the record, or a new one"
      choices={view.things}
      done={(choice) => {
        if ('key' in choice) run({ ask: 'act', action: { do: 'open', file: choice.key } }, `Opened: ${choice.name}.`)
      }}
      leave={leave}
    />
  )
}

/** The form of a file: only what is filled in otherwise is sent, and what it was before. */
export function ThingStep({ view, problems, run, step }: StepProps & { step: Extract<Step, { is: 'thing' }> }) {
  const { file, fields } = step
  const [before] = useState(() => valuesOf(fields))
  return (
    <>
      <p>
        <code>
          {view.folder}/{file}
        </code>
      </p>
      <Form
        fields={fields}
        problems={problems}
        names={view.names}
        button="Take it"
        leave={() => run({ ask: 'undo' }, '')}
        done={(values) => {
          const isOther = ([name, value]: [string, string]) => file.endsWith('/') || value !== (before[name] ?? '')
          const changed = Object.fromEntries(Object.entries(values).filter(isOther))
          const was = Object.fromEntries(Object.keys(changed).map((name) => [name, before[name] ?? '']))
          run({ ask: 'act', action: { do: 'fill', file, values: changed, was } }, 'Taken.')
        }}
      />
    </>
  )
}
