/** Builds the site whenever whoever started this process asks for it, and answers with the code that it ended on. */
let number = 0
process.on('message', async () => {
  process.exitCode = 0
  performance.clearMarks()
  number += 1
  // The command runs when it is loaded: under another name it is loaded again, and all that it imports is not.
  await import(`../src/cli/build.ts?${number}`)
  process.send?.(process.exitCode)
})
// What Astro has started would keep it running.
process.on('disconnect', () => process.exit())
