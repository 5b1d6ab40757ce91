/** An article of the record again: who said what is changed, what happened is linked, a correction is noted. */
import { useState } from 'preact/hooks'
import type { Step } from '../steps.ts'
import { Choose } from './choose.tsx'
import { Form } from './form.tsx'
import { Key } from './key.tsx'
import { Faults, Files } from './proof.tsx'
import type { StepProps } from './steps.tsx'

const numbered = 9

export function AgainStep({ view, problems, run, step }: StepProps & { step: Extract<Step, { is: 'again' }> }) {
  const [quote, setQuote] = useState<string | null>(null)
  const [isCorrecting, setCorrecting] = useState(false)
  const { proof } = view
  const errors = proof?.faults.filter(({ isError }) => isError) ?? []
  const changed = proof?.files ?? []
  if (isCorrecting)
    return (
      <Form
        fields={step.correction}
        problems={problems}
        lists={{}}
        button="Note the correction"
        done={(values) => {
          const moved: { [field: string]: string } = step.moved
            ? { movedFrom: step.moved.from, movedTo: step.moved.to }
            : {}
          setCorrecting(false)
          run({ ask: 'act', action: { do: 'correct', values: { ...values, ...moved } } }, 'The correction is noted.')
        }}
      />
    )
  return (
    <>
      {quote !== null && (
        <Choose
          label="Whose words are they?"
          choices={step.speakers}
          newOne=""
          done={(choice) => {
            setQuote(null)
            if ('key' in choice)
              run({ ask: 'act', action: { do: 'attribute', quote, speaker: choice.key } }, 'Given to another speaker.')
          }}
          leave={() => setQuote(null)}
        />
      )}
      <p>Choose a quote to give it to another speaker; select words in the article to link an event to them.</p>
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
      <Faults faults={proof?.faults ?? []} />
      <div class="keys">
        <Key
          press="Enter"
          run={() => run({ ask: 'publish' }, '')}
          isMain
          isOff={changed.length === 0 || errors.length > 0}
        >
          Publish
        </Key>
        <Key press="c" run={() => setCorrecting(true)}>
          Note a correction
        </Key>
      </div>
    </>
  )
}
