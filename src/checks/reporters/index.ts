/** The ways to tell of problems. */
import type { Problem } from '../../schema/problem.ts'
import { toGithub } from './github.ts'
import { toJson } from './json.ts'
import { toTerminal } from './terminal.ts'

/** Problems as text; `folder` is that of the content. */
export type Reporter = (problems: readonly Problem[], folder: string) => string

export const reporters: { [name: string]: Reporter } = { terminal: toTerminal, json: toJson, github: toGithub }
