import { toWhen } from '../../record/when.ts'
import { isDay } from '../../schema/dates.ts'
import { exampleEvent } from '../example.ts'
import { placeOf, type Rule } from '../rule.ts'

export const dateOrder: Rule = {
  id: 'date-order',
  severity: 'error',
  what: 'Dates stand in their order: an office begins before it ends, and nothing is on record before it happened.',
  why: 'A slip in a date puts an event or a quote into the wrong place of the story.',
  example: {
    wrong: { 'events/bridge-closed.md': exampleEvent('date: 2031-04-01') },
    right: { 'events/bridge-closed.md': exampleEvent('date: 2031-03-01') },
  },
  check: (content, report) => {
    const { articles, events, speakers, corrections } = content.entries
    const tell = (file: string, path: PropertyKey[], found: string, expected: string) =>
      report({ file, ...placeOf(content, file, path), found, expected })
    for (const { path, data } of articles) {
      if (data.added < data.published)
        tell(path, ['added'], `day \`${data.added}\``, `one on or after the day of publication, \`${data.published}\``)
    }
    for (const { path, data } of events) {
      const { date, slippedTo, status, added, updated } = data
      if (date && (status === 'happened' || status === 'held') && earliest(date) > latest(updated ?? added))
        tell(path, ['date'], `date \`${date}\` of something that has happened`, `one before it was added, \`${added}\``)
      if (updated && updated < added)
        tell(path, ['updated'], `day \`${updated}\``, `one on or after the day it was added, \`${added}\``)
      if (date && slippedTo && latest(slippedTo) < earliest(date))
        tell(path, ['slippedTo'], `date \`${slippedTo}\``, `one after the first one, \`${date}\``)
    }
    for (const { path, data } of speakers) {
      for (const [index, { from, to }] of data.roles.entries()) {
        if (from && to && latest(to) < earliest(from))
          tell(path, ['roles', index, 'to'], `date \`${to}\``, `one after \`from\`, \`${from}\``)
      }
    }
    for (const { path, data, id } of corrections) {
      const day = id.slice(0, 10)
      if (isDay(day) && day !== data.date)
        tell(path, ['date'], `day \`${data.date}\``, `that of the file’s name, \`${day}\``)
    }
  },
}

function earliest(edtf: string): number {
  return toWhen(edtf)?.earliest ?? Number.NEGATIVE_INFINITY
}

function latest(edtf: string): number {
  return toWhen(edtf)?.latest ?? Number.POSITIVE_INFINITY
}
