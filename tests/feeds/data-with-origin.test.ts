/** Where the site knows its origin, every address of it in the data is whole, whatever stands around it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'

process.env['SITE'] = 'https://record.example'
process.env['BASE'] = '/on-record'
const { dataFiles } = await import('../../src/feeds/data.ts')
const { records } = await import('../sample.ts')

const whole = /^https:\/\/record\.example\/on-record\//

for (const { name, views } of records) {
  test(`addresses in the data of ${name}`, () => {
    for (const { path, write } of dataFiles) {
      if (path.endsWith('.json') && !path.startsWith('schema/'))
        JSON.parse(write(views), (key, value) => {
          if (key === 'url') assert.match(value, whole, path)
          else if (typeof value === 'string') assert.doesNotMatch(value, /^\/on-record/, `${path}: ${key}`)
          return value
        })
      if (path.endsWith('.csv')) assert.doesNotMatch(write(views), /[,"]\/on-record\//, path)
    }
  })
}
