import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { contentFolder } from '../site.ts'

/** What is asked for with `--help`. */
class Help extends Error {}

/** Reads the options and other arguments of a command. Throws with how it is used, when that is asked for or they are others. */
export function readArguments<Config extends Pick<ParseArgsConfig, 'args' | 'options' | 'allowPositionals'>>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  if ((config.args ?? process.argv).includes('--help')) throw new Help(usage)
  try {
    return parseArgs(config)
  } catch (error) {
    const { message } = error as Error
    // What follows the first sentence is for who writes commands.
    throw new Error(`${message.split('. ', 1)[0]}. Expected:\n  ${usage}`, { cause: error })
  }
}

/** Runs a command: what it throws is told in words, and ends it with 1; how it is used is no fault. */
export async function run(command: () => Promise<void> | void): Promise<void> {
  try {
    await command()
  } catch (error) {
    if (error instanceof Help) console.log(error.message)
    else fail(error instanceof Error ? error.message : String(error))
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
