/** The thread that reads the content folder ahead: it hands over what it read, and ends. */
import { resolve } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { contentFolder } from '../site.ts'
import { startParsers } from './parsers.ts'

// They load what they need while this thread does the same.
startParsers(resolve(process.cwd(), contentFolder))
const { readContent } = await import('./from-disk.ts')
const { packContent } = await import('./hand-over.ts')
parentPort?.postMessage(packContent(readContent()))
