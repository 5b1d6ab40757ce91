/** The thread that reads the content folder ahead: it hands over what it read, and ends. */
import { parentPort } from 'node:worker_threads'
import { readContent } from './from-disk.ts'
import { packContent } from './hand-over.ts'

parentPort?.postMessage(packContent(readContent()))
