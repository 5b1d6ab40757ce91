/** Clears away the folders it is given: builds that are no longer needed, when the site that follows them stands. */
import { rmSync } from 'node:fs'

// The other `rm` asks for every file by itself, which takes three times as long.
for (const path of process.argv.slice(2)) rmSync(path, { recursive: true, force: true })
