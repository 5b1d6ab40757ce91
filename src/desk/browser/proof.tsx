/** What a decision comes to: the files that it writes, and what the checks find in them. */
import type { ComponentChildren } from 'preact'
import type { View } from '../view.ts'

type Fault = NonNullable<View['proof']>['faults'][number]

/** Files of the record, by their paths below its folder. */
export function Files({ folder, paths }: { folder: string; paths: readonly string[] }) {
  return (
    <ul>
      {paths.map((path) => (
        <li key={path}>
          <code>
            {folder}/{path}
          </code>
        </li>
      ))}
    </ul>
  )
}

/** What the checks find, each with what can be done about it. */
export function Faults({
  faults,
  children,
}: {
  faults: readonly Fault[]
  children?: (fault: Fault, index: number) => ComponentChildren
}) {
  return (
    <ul class="faults">
      {faults.map((fault, index) => (
        <li key={index}>
          <b class="problem">{fault.isError ? 'error' : 'warning'}</b> {fault.says}{' '}
          <small>
            ({fault.rule}; {fault.file}
            {fault.line !== null && `, line ${fault.line}`})
          </small>{' '}
          {children?.(fault, index)}
        </li>
      ))}
    </ul>
  )
}
