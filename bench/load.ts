/** The load test: the section for `RESULTS.md`. */
import { measureLoad } from './load/run.ts'
import { describeRun, loadOf } from './machine.ts'
import { table, writeSection } from './results.ts'
import type { BenchOptions } from './run.ts'

export async function benchLoad({ sizes, requests }: BenchOptions): Promise<void> {
  const busy = loadOf()
  const { server, articles, files, rows } = await measureLoad(sizes[0] ?? 100, requests)
  const all = rows.reduce((sum, row) => sum + row.requests, 0)
  const wrong = rows.flatMap((row) => row.wrong)
  const head = [
    'builds meanwhile',
    'at once',
    'requests',
    'a second',
    'median, ms',
    '95 %',
    '99 %',
    'longest',
    'of the first build',
    'of the second',
    'wrong',
  ]
  writeSection(
    'Load',
    `All ${files.toLocaleString('en')} files of a site of ${articles.toLocaleString('en')} generated articles over and over, on loopback, from ${server}; connections are kept, text is compressed on
the way. Every answer is unpacked and compared byte by byte (SHA-256) with the file. Readers and server share the machine's cores, so at many
requests at once the times are those of a queue. In the lower half new builds take the place of the site all the time, by the code
that a build ends with: each answer has to be the whole file of one build or of the other; what is the same in both counts for the first.

${table(
  head,
  rows.map(({ switches, concurrency, requests: sent, seconds, median, p95, p99, longest, builds, wrong: lost }) => [
    switches === null ? 'none' : String(switches),
    concurrency,
    sent,
    Math.round(sent / seconds),
    median.toFixed(1),
    p95.toFixed(1),
    p99.toFixed(1),
    longest.toFixed(0),
    builds[0] ?? 0,
    builds[1] ?? 0,
    lost.length,
  ]),
)}

- ${wrong.length === 0 ? 'met' : '**missed**'}: ${wrong.length.toLocaleString('en')} of ${all.toLocaleString('en')} requests lost or answered wrongly, at most 0${wrong.length > 0 ? `: ${[...new Set(wrong)].slice(0, 5).join('; ')}` : ''}

${describeRun(['astro'], busy)}`,
  )
}
