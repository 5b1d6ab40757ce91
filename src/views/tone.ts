/** Whether an event took place, is still expected, or came to nothing: the colour of its mark. */
import type { EventStatus } from '../schema/index.ts'

export type Tone = 'happened' | 'expected' | 'undone'

export function toneOf({ status }: { status: EventStatus }): Tone {
  if (status === 'expected') return 'expected'
  return status === 'happened' || status === 'held' ? 'happened' : 'undone'
}
