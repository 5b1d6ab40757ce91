/** One reading of the folder serves a whole build; while somebody writes, one does until the next edit. */
import type { Loader } from 'astro/loaders'
import type { OwnPage } from '../record/types.ts'
import { contentFolder } from '../site.ts'
import { aboutPage } from '../words/about.ts'
import { speak } from '../words/say.ts'
import { type Spoken, toSpoken } from './catalogues.ts'
import { loaderOf } from './collections.ts'
import { type Content, parseTexts } from './content.ts'
import { schemas } from './content-file.ts'
import { digestOf, lookDigest, pageCodeDigest } from './digest.ts'
import { readContent } from './from-disk.ts'
import { readWithKept } from './kept-reading.ts'
import { type Noun, nouns } from './names.ts'

export interface RecordSource {
  /** The reading of the folder. */
  content: () => Content
  /** Has what has changed in the folder read when somebody next asks. */
  outdate: () => void
  /** The page on the record itself, as a story without one has it. */
  about: () => OwnPage
  /** What the site is said in. */
  spoken: () => Spoken
  /** A collection of each noun, for Astro's configuration of them. */
  collections: { readonly [noun in Noun]: { loader: Loader; schema: (typeof schemas)[noun] } }
  /** Digest of the code of the pages, and of the story's own look and words. */
  pageCode: () => string
}

/** Pages run in the same process, but in a module graph of their own, so they find the reading here. */
declare global {
  var recordSource: RecordSource
}

/** A source for `contentFolder`, and from now on the one of the pages. */
export function createRecordSource(): RecordSource {
  let last: Content | undefined
  let isOutdated = false
  let pageCode: string | undefined
  globalThis.recordSource = {
    content: () => {
      if (!last) last = readWithKept()
      else if (isOutdated) last = readContent(contentFolder, { known: last.parsed })
      isOutdated = false
      return last
    },
    spoken: () => toSpoken(globalThis.recordSource.content().record),
    outdate: () => {
      isOutdated = true
    },
    about: () => {
      const { language, texts } = globalThis.recordSource.spoken()
      // Only for these words: what is said of the record itself is said in English.
      speak(language, texts)
      const text = aboutPage()
      speak('en')
      const [page] = parseTexts({ 'pages/about.md': text }).record.pages
      if (!page) throw new Error('The words for pages/about.md are none.')
      return page
    },
    collections: Object.fromEntries(
      nouns.map((noun) => [noun, { loader: loaderOf(noun), schema: schemas[noun] }]),
    ) as RecordSource['collections'],
    pageCode: () => (pageCode ??= digestOf(pageCodeDigest(), lookDigest())),
  }
  return globalThis.recordSource
}
