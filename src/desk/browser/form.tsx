/** A form made from a schema: each field with the schema's sentence, and what a date says in words. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { isEdtf } from '../../schema/dates.ts'
import { toWords } from '../../words/dates.ts'
import type { FormField, FormValues } from '../forms.ts'

export interface FormProps {
  fields: readonly FormField[]
  problems: FormValues
  lists: { readonly [field: string]: readonly string[] }
  done: (values: FormValues) => void
  button: string
}

export function Form({ fields, problems, lists, done, button }: FormProps) {
  const [values, setValues] = useState<FormValues>(() =>
    Object.fromEntries(fields.map(({ name, value }) => [name, value])),
  )
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // Where something is missing or wrong, else where the form begins: Enter then takes it as it is.
    const inputs = [...(form.current?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [])]
    const wrong = inputs.find((input) => input.getAttribute('aria-invalid') === 'true')
    const empty = fields.findIndex(({ name, value, is }) => value === '' && is === 'words' && needed.has(name))
    ;(wrong ?? inputs[Math.max(empty, 0)])?.focus()
  }, [problems])
  const submit = () => done(values)
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          submit()
        }
      }}
    >
      {fields.map(({ name, help, is, choices, because, problem: own }) => {
        const problem = problems[name] ?? own
        const value = values[name] ?? ''
        const set = (event: { currentTarget: { value: string } }) =>
          setValues({ ...values, [name]: event.currentTarget.value })
        const said = isEdtf(value) ? toWords(value) : ''
        const about = {
          id: `field-${name}`,
          value,
          'aria-invalid': problem !== null,
          'aria-describedby': `help-${name}`,
        }
        return (
          <p class="field" key={name}>
            <label for={about.id}>{toLabel(name)}</label>
            {is === 'choice' ? (
              <select {...about} onChange={set}>
                {choices.map((choice) => (
                  <option key={choice} value={choice} selected={choice === value}>
                    {choice || '(none)'}
                  </option>
                ))}
              </select>
            ) : is === 'list' ? (
              <textarea {...about} rows={2} onInput={set} />
            ) : (
              <input {...about} dir="auto" autocomplete="off" list={lists[name] && `list-${name}`} onInput={set} />
            )}
            {lists[name] && is === 'words' && (
              <datalist id={`list-${name}`}>
                {lists[name]?.map((item) => (
                  <option key={item} value={item} />
                ))}
              </datalist>
            )}
            {said && <output class="said">{said}</output>}
            <small id={`help-${name}`}>
              {problem && <strong class="problem">{problem} </strong>}
              {help}
              {is === 'list' && ` One a line${lists[name]?.length ? `: ${lists[name]?.join(', ')}` : ''}.`}
              {because && ` The page says: ${because}`}
            </small>
          </p>
        )
      })}
      <button type="submit" class="main" aria-keyshortcuts="Enter Control+Enter">
        <span class="key" aria-hidden="true">
          ↵
        </span>{' '}
        {button}
      </button>
    </form>
  )
}

/** Fields that no file can do without. */
const needed = new Set(['title', 'name', 'outlet', 'published', 'url', 'language', 'dateBasis', 'was', 'why'])

/** `dateBasis` as it is read: `date basis`. */
function toLabel(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
