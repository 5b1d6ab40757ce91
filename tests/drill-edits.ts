/** Forty random edits, or `EDITS` of them, with a build after each: `npm run drill:edits`. Others: `SEED`. */
import { env } from 'node:process'

env['EDITS'] ??= '40'
await import('./cli/incremental.test.ts')
