/** `urls.lock`: every address that was ever published, a line each, without the base. */

export interface LockedAddress {
  /** `/quotes/mara-lodzinska/not-wait/` */
  address: string
  /** From 1. */
  line: number
}

/** The addresses of a lock file; lines that begin with `#` are comments. */
export function readLock(text: string): LockedAddress[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const address = line.trim()
    // Whatever else stands there is no address. Files of citations were published once; pages make them now.
    return !address.startsWith('/') || address.startsWith('/cite/') ? [] : [{ address, line: index + 1 }]
  })
}

/** The lock file with these addresses, sorted, each once. */
export function writeLock(addresses: Iterable<string>): string {
  const sorted = [...new Set(addresses)].sort()
  return `# Every address that was published. A build in which one of them leads nowhere fails.\n# Written by \`npm run urls\`; nothing is ever taken out.\n${sorted.map((address) => `${address}\n`).join('')}`
}
