/** How long a build takes beside another builder, and how that grows: the section for `RESULTS.md`. */

import { findReach, limits } from './build/hosts.ts'
import { measureSize, readResults, type SizeResult, saveResult } from './build/run.ts'
import { describeRun, loadOf } from './machine.ts'
import type { Cost } from './measure.ts'
import { median, table, writeSection } from './results.ts'
import type { BenchOptions } from './run.ts'

const goals = { ratio: 3, same: 0.2, added: 0.35, seconds: 20, large: 200, memory: 6 * 2 ** 30, growth: 1.3 }

export async function benchBuild({ sizes, runs, first, once }: BenchOptions): Promise<void> {
  for (const size of sizes) saveResult(await measureSize(size, loadOf(), { runs, first, once }))
  writeBuild(readResults())
}

/** Writes the section from all sizes that were measured here. */
export function writeBuild(results: readonly SizeResult[]): void {
  writeSection('Build', describe(results))
  writeSection('What a site is made of', describeFiles(results))
}

function describe(results: readonly SizeResult[]): string {
  const parts = [
    `Generated records (seed 1). \`npm run build\` from the start of the command to its end, children included; medians of the runs of one size, ours and
a bare Astro site in turns. Pictures come from the cache but in a first build. Memory is what all processes held at once.`,
    table(
      ['articles', 'quotes', 'pages', 'runs', 'wall, s', 'CPU, s', 'memory, MB', 'ms a page', 'each doubling'],
      results.map((result, index) => {
        const wall = medianOf(result.full)
        const before = results[index - 1]
        return [
          result.articles.toLocaleString('en'),
          result.quotes,
          result.pages,
          isOnce(result) ? '1, the first' : String(result.full.length),
          wall.toFixed(1),
          toText(cpuOf(result.full)),
          toMegabytes(peakOf(result.full)),
          ((wall / result.pages) * 1000).toFixed(2),
          before ? `× ${toDoubling(before, result).toFixed(2)}` : '',
        ]
      }),
    ),
  ]
  const firsts = results.flatMap(({ articles, first }) => (first ? [{ articles, first }] : []))
  if (firsts.length > 0) {
    parts.push(
      'The first build of a record, every picture drawn:',
      table(
        ['articles', 'wall, s', 'CPU, s', 'memory, MB'],
        firsts.map(({ articles, first }) => [
          articles.toLocaleString('en'),
          first.seconds.toFixed(1),
          toText(first.cpu),
          toMegabytes(first.peak),
        ]),
      ),
    )
  }
  parts.push(
    'When nothing has changed, after one article was added, and the same pages by a bare Astro site: templates over data in which everything is found out already (`compare/`), at the same addresses, with the same words; no checks, feeds, data, index or pictures, all of which ours has.',
    table(
      [
        'articles',
        'ours, s',
        'nothing changed, s',
        'one added, s',
        'bare Astro, s',
        'ours to it',
        'HTML, MB: ours',
        'bare Astro',
        'memory of bare Astro, MB',
      ],
      results.map((result) => [
        result.articles.toLocaleString('en'),
        medianOf(result.full).toFixed(1),
        isOnce(result) ? 'not measured' : medianOf(result.same).toFixed(1),
        isOnce(result) ? 'not measured' : medianOf(result.added).toFixed(1),
        medianOf(result.bare).toFixed(1),
        `× ${(medianOf(result.full) / medianOf(result.bare)).toFixed(2)}`,
        toMegabytes(result.html.ours),
        toMegabytes(result.html.bare),
        toMegabytes(peakOf(result.bare)),
      ]),
    ),
    judge(results).join('\n'),
    'Pages that are others once an article was added, new ones aside, of all of their kind:',
    table(
      ['articles', 'pages', 'others', 'new', 'by the first folder of their address'],
      results.map(({ articles, changed = {} }) => {
        const kinds = Object.entries(changed).sort(([, a], [, b]) => b.changed - a.changed)
        const sum = (of: 'all' | 'changed' | 'added') => kinds.reduce((total, [, counts]) => total + counts[of], 0)
        const told = kinds.map(([kind, { all, changed }]) => `${kind} ${changed} of ${all}`)
        return [articles.toLocaleString('en'), sum('all'), sum('changed'), sum('added'), told.join(', ')]
      }),
    ),
    `${describeRun(['astro', 'pagefind'], median(results.map(({ load }) => load)))} Measured at ${results.map(({ articles, when, load }) => `${when} (${articles.toLocaleString('en')}; load ${load.toFixed(1)})`).join(', ')} UTC.`,
  )
  return parts.join('\n\n')
}

function describeFiles(results: readonly SizeResult[]): string {
  const kinds = ['pages', 'feeds', 'data', 'pictures', 'index', 'assets']
  const rows = results.map(({ articles, files }) => {
    const all = Object.values(files)
    const sum = (of: 'files' | 'bytes') => all.reduce((total, kind) => total + kind[of], 0)
    const cells = kinds.map((kind) => files[kind] ?? { files: 0, bytes: 0 })
    return { articles, cells, files: sum('files'), bytes: sum('bytes') }
  })
  const head = ['articles', ...kinds, 'all']
  const hosts = limits.map((limit) => {
    const reach = findReach(limit, results)
    const articles = reach
      ? `${roundTo2(reach.articles).toLocaleString('en')}${reach.isBeyond ? ' (beyond what was measured)' : ''}`
      : 'not told'
    return [limit.host, limit.what, articles, limit.source]
  })
  const last = results.at(-1)?.extent
  const largest = last
    ? `The largest file is \`${last.largestFile.path}\`, the largest folder \`${last.largestFolder.path}/\`.`
    : ''
  return `Files:

${table(
  head,
  rows.map(({ articles, cells, files }) => [articles.toLocaleString('en'), ...cells.map((cell) => cell.files), files]),
)}

Megabytes:

${table(
  head,
  rows.map(({ articles, cells, bytes }) => [
    articles.toLocaleString('en'),
    ...cells.map((cell) => toMegabytes(cell.bytes)),
    toMegabytes(bytes),
  ]),
)}

At how many articles a site outgrows a host, read off between the sizes measured. ${largest}

${table(['host', 'limit', 'articles', 'by'], hosts)}`
}

/** Two digits: more would claim too much. */
function roundTo2(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
  return Math.round(value / unit) * unit
}

/** Each goal with what came of it. */
function judge(results: readonly SizeResult[]): string[] {
  const line = (isMet: boolean, text: string): string => `- ${isMet ? 'met' : '**missed**'}: ${text}`
  const [middle, large] = [1000, 10_000].map((size) => results.find(({ articles }) => articles === size))
  const lines: string[] = []
  if (middle) {
    const [own, astro] = [medianOf(middle.full), medianOf(middle.bare)]
    if (astro > 0)
      lines.push(
        line(
          own <= goals.ratio * astro,
          `1,000 articles in ${(own / astro).toFixed(2)} of a bare Astro site's time, at most ${goals.ratio}`,
        ),
      )
    lines.push(line(own < goals.seconds, `1,000 articles in ${own.toFixed(1)} s, under ${goals.seconds}`))
  }
  if (large) {
    const wall = medianOf(large.full)
    lines.push(line(wall < goals.large, `10,000 articles in ${wall.toFixed(0)} s, under ${goals.large}`))
    const peak = peakOf(large.full)
    if (peak !== null)
      lines.push(
        line(peak < goals.memory, `10,000 articles in ${toMegabytes(peak)} MB, under ${toMegabytes(goals.memory)}`),
      )
    if (middle) {
      // Of like builds: where the large one was built once, every picture was drawn, and so it was in the first of the other.
      const small = isOnce(large) && middle.first ? middle.first.seconds : medianOf(middle.full)
      const growth = wall / 10 / small
      lines.push(
        line(
          growth <= goals.growth,
          `an article of 10,000 costs ${growth.toFixed(2)} of one of 1,000, at most ${goals.growth}`,
        ),
      )
    }
  }
  for (const result of results.filter((one) => !isOnce(one))) {
    const of = `${result.articles.toLocaleString('en')} articles`
    const [full, same, added, bare] = [result.full, result.same, result.added, result.bare].map(medianOf) as [
      number,
      number,
      number,
      number,
    ]
    lines.push(
      line(
        same <= goals.same * full,
        `${of}, nothing changed: ${(same / full).toFixed(2)} of a full build, at most ${goals.same}`,
      ),
      line(
        added <= goals.added * full,
        `${of}, one added: ${(added / full).toFixed(2)} of a full build, at most ${goals.added}`,
      ),
      line(
        added <= bare,
        `${of}, one added: ${added.toFixed(1)} s, a bare Astro site from nothing ${bare.toFixed(1)} s, at most as long`,
      ),
    )
  }
  return lines
}

/** Whether it was built once only, with every picture to be drawn. */
const isOnce = ({ same }: SizeResult): boolean => same.length === 0

const medianOf = (costs: readonly Cost[]): number => median(costs.map(({ seconds }) => seconds))
const cpuOf = (costs: readonly Cost[]): number | null => medianKnown(costs.map(({ cpu }) => cpu))
const peakOf = (costs: readonly Cost[]): number | null => medianKnown(costs.map(({ peak }) => peak))

function medianKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length > 0 ? median(known) : null
}

/** By how much the time grows when the articles double; 2 is a straight line. */
function toDoubling(small: SizeResult, large: SizeResult): number {
  const exponent = Math.log(medianOf(large.full) / medianOf(small.full)) / Math.log(large.articles / small.articles)
  return 2 ** exponent
}

const toText = (value: number | null): string => (value === null ? 'not told' : value.toFixed(1))
const toMegabytes = (bytes: number | null): string =>
  bytes === null ? 'not told' : Math.round(bytes / 2 ** 20).toLocaleString('en')
