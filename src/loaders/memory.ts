/** Memory of a thread that others need more. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Gives back what nobody holds. By itself V8 looks for it when it next needs some, which a thread that waits never does. */
export function giveMemoryBack(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
