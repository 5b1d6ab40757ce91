/** Runs a command: what it throws is told in words, and ends it with 1. */
export async function run(command: () => Promise<void> | void): Promise<void> {
  try {
    await command()
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

/** Tells what is wrong; the command then ends with 1. */
export function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
