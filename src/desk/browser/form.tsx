/** A form made from a schema: each field with the schema's sentence, and what a date says in words. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isEdtf } from '../../schema/dates.ts'
import { toWords } from '../../words/dates.ts'
import { type FormField, type FormValues, valuesOf } from '../fields.ts'

export interface FormProps {
  fields: readonly FormField[]
  /** What was wrong with what was sent, by field. When it changes, the form takes the focus. */
  problems?: FormValues
  /** What fields may name, by the noun. */
  names?: { readonly [noun: string]: readonly { id: string; name: string }[] }
  done: (values: FormValues) => void
  leave?: () => void
  button: string
}

export function Form({ fields, problems, names = {}, done, leave, button }: FormProps) {
  const [values, setValues] = useState<FormValues>(() => valuesOf(fields))
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    // Where something is missing or wrong, else where the form begins: Enter then takes it as it is.
    const inputs = [...(form.current?.querySelectorAll<HTMLElement>('[id^="field-"]') ?? [])]
    const wrong = inputs.find((input) => input.getAttribute('aria-invalid') === 'true')
    const empty = fields.find(({ isNeeded, value, is }) => isNeeded && value === '' && is === 'words')
    ;(wrong ?? inputs.find(({ id }) => id === `field-${empty?.name}`) ?? inputs[0])?.focus()
  }, [problems])
  const submit = () => done(values)
  const set = (name: string, value: string) => setValues((before) => ({ ...before, [name]: value }))
  const given = { values, set, problems, names }
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        else if (event.key === 'Escape' && leave) leave()
        else if (event.key === 'Escape') (event.target as HTMLElement).blur()
        else return
        event.preventDefault()
      }}
    >
      {fields.map((field) => (
        <Field key={field.name} field={field} {...given} />
      ))}
      {Object.entries(names).map(([noun, known]) => (
        <datalist key={noun} id={`list-${noun}`}>
          {known.map(({ id, name }) => (
            <option key={id} value={id} label={name} />
          ))}
        </datalist>
      ))}
      <div class="keys">
        <button type="submit" class="main" aria-keyshortcuts="Enter Control+Enter">
          <span class="key" aria-hidden="true">
            ↵
          </span>{' '}
          {button}
        </button>
        {leave && (
          <button type="button" onClick={leave} aria-keyshortcuts="Escape">
            <span class="key" aria-hidden="true">
              Esc
            </span>{' '}
            Leave
          </button>
        )}
      </div>
    </form>
  )
}

interface FieldProps {
  field: FormField
  values: FormValues
  set: (name: string, value: string) => void
  problems: FormProps['problems']
  names: NonNullable<FormProps['names']>
}

function Field({ field, ...given }: FieldProps) {
  const { name, help, is, choices, because, noun } = field
  const { values, set, problems, names } = given
  const problem = problems?.[name] ?? field.problem
  if (is === 'group')
    return (
      <fieldset>
        <legend>{toLabel(name)}</legend>
        <Help name={name} problem={problem} help={help} />
        {withOneMore(field.fields, values).map((fields, index) => (
          <fieldset key={index} aria-label={`${toLabel(name)}, ${index + 1}`}>
            {fields.map((one) => (
              <Field key={one.name} field={one} {...given} />
            ))}
          </fieldset>
        ))}
      </fieldset>
    )
  const value = values[name] ?? ''
  const said = isEdtf(value) ? toWords(value) : ''
  const list = noun && names[noun]?.length ? `list-${noun}` : undefined
  const about = {
    id: `field-${name}`,
    value,
    'aria-invalid': problem !== null,
    'aria-describedby': `help-${name}`,
    dir: 'auto',
    onInput: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  } as const
  return (
    <div class="field">
      <label for={about.id}>{toLabel(name)}</label>
      {is === 'choice' ? (
        <select {...about}>
          {choices.map((choice) => (
            <option key={choice} value={choice} selected={choice === value}>
              {{ '': '(none)', true: 'yes', false: 'no' }[choice] ?? choice}
            </option>
          ))}
        </select>
      ) : is === 'list' || is === 'text' ? (
        <textarea {...about} rows={Math.min(8, Math.max(2, value.split('\n').length))} />
      ) : (
        <input {...about} autocomplete="off" list={list} />
      )}
      {is === 'list' && list && (
        <input
          list={list}
          placeholder="Add one"
          aria-label={`Add to ${toLabel(name)}`}
          autocomplete="off"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.currentTarget.value === '') return
            event.preventDefault()
            set(name, [value.trimEnd(), event.currentTarget.value].filter(Boolean).join('\n'))
            event.currentTarget.value = ''
          }}
        />
      )}
      {said && <output>{said}</output>}
      <Help
        name={name}
        problem={problem}
        help={[help, is === 'list' && 'One a line.', because && `The page says: ${because}`].filter(Boolean).join(' ')}
      />
    </div>
  )
}

function Help({ name, problem, help }: { name: string; problem: string | null; help: string }) {
  return (
    <small id={`help-${name}`}>
      {problem && <strong class="problem">{problem} </strong>}
      {help.split('`').map((words, index) => (index % 2 === 1 ? <code key={index}>{words}</code> : words))}
    </small>
  )
}

/** The things of a group, and one that is empty: it appears as soon as the last one is begun. */
function withOneMore(things: FormField[][], values: FormValues): FormField[][] {
  const last = things.at(-1) ?? []
  const [, before = '', index] = /^(.*\.)(\d+)\.[^.]*$/.exec(last[0]?.name ?? '') ?? []
  if (index === undefined || last.every(({ name }) => !values[name]?.trim())) return things
  const next = last.map((field) => {
    return { ...field, name: field.name.replace(before + index, `${before}${Number(index) + 1}`), value: '' }
  })
  return withOneMore([...things, next], values)
}

/** `dateBasis` as it is read: `date basis`; of a field in a group, the last name. */
function toLabel(name: string): string {
  return name.replace(/^.*\./, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
