import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { contentFolder } from '../site.ts'

/** Runs a command: what it throws is told in words, and ends it with 1. */
export async function run(command: () => Promise<void> | void): Promise<void> {
  try {
    await command()
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

/** Runs a command that works on the record, and says on which where there are several: beside what it prints for programs. */
export async function runOnRecord(command: () => Promise<void> | void): Promise<void> {
  const stories = readdirSync('.').filter((name) => existsSync(join(name, 'story.md')))
  if (stories.length > 1) console.error(`On ${contentFolder}/, of ${stories.map((name) => `${name}/`).join(', ')}:`)
  await run(command)
}

/** Tells what is wrong; the command then ends with 1. */
export function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
