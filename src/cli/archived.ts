/**
 * Copies at archives: `npm run archived` prints the addresses of the articles that have none, one a line, for whoever asks
 * an archive to make them; `npm run archived -- answers.txt` writes what it answered into the articles (`-`: standard
 * input). Nothing is fetched.
 */
import { readFileSync } from 'node:fs'
import { findUnarchived, readAnswers, writeArchived } from '../loaders/archived.ts'
import { readUnrendered } from '../loaders/from-disk.ts'
import { contentFolder } from '../site.ts'
import { count } from '../words/count.ts'
import { fail, readArguments, runOnRecord } from './run.ts'

await runOnRecord(async () => {
  const { positionals } = readArguments('npm run archived -- [FILE of answers, or - for standard input]', {
    allowPositionals: true,
  })
  const { articles } = readUnrendered().entries
  const [file] = positionals
  if (file === undefined) {
    for (const { data } of findUnarchived(articles)) console.log(data.url)
    return
  }
  const { answers, refused } = readAnswers(readFileSync(file === '-' ? 0 : file, 'utf8'))
  const { unknown, written } = await writeArchived(contentFolder, articles, answers)
  for (const { line, why } of refused) fail(`${file}:${line}: ${why}. The line was passed over.`)
  for (const page of unknown) fail(`No article has the address ${page}. It was passed over.`)
  console.log(
    written.length > 0
      ? `Written into ${count(written.length, 'articles')}: ${written.join(', ')}`
      : 'Nothing was written.',
  )
})
