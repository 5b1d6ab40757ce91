/** Where every thread starts: a thread has no part in the compiled code that is kept for the one that started it. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import type { Started } from './thread.ts'

enableCompileCache(join(import.meta.dirname, '../../.cache/compiled'))
await import((workerData as Started).module)
