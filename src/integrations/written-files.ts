/** What a build writes beside the pages: the search index, and by address data, feeds in all their formats, and pictures. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toEmbedPage, toOembed } from '../citations/oembed.ts'
import { dataFiles, zipFile } from '../feeds/data.ts'
import { digestFiles, toDigest } from '../feeds/digest.ts'
import { type Feed, toFeeds } from '../feeds/feeds.ts'
import { feedFormats } from '../feeds/formats.ts'
import { calendars, toCalendar } from '../feeds/icalendar.ts'
import { toChanges } from '../feeds/since.ts'
import { toZip } from '../feeds/zip.ts'
import { imagesOf } from '../images/choose.ts'
import { drawCard } from '../images/draw.ts'
import { iconFiles } from '../images/icons.ts'
import { writeImages } from '../images/write-images.ts'
import { digestOf, digestOfCode } from '../loaders/digest.ts'
import { stampFolder } from '../loaders/names.ts'
import { toDaysFile, toNames } from '../search/names.ts'
import { toSearchRecords } from '../search/records.ts'
import { type Keep, writeSearchIndex } from '../search/write-index.ts'
import { base, contentFolder, hasDigests, isEmbeddable, isZipped, keptFolder } from '../site.ts'
import { urls } from '../urls.ts'
import type { Views } from '../views/views.ts'
import { describeSearched } from '../words/site.ts'
import { keepFolder, moveFolder, takeFolder } from './kept-folder.ts'

type Made<What> = [address: string, make: () => What]

/** Writes the search index below the folder of the site, of its parts those whose records are others; says how many can be searched. */
export async function writeSearch(views: Views, folder: string): Promise<string> {
  const { site } = views
  const records = toSearchRecords(views)
  const files = { older: join(keptFolder, 'search-older'), newest: join(keptFolder, 'search') }
  const used = new Set<string>()
  const keep: Keep = async (part, made, index, make) => {
    const [key, file] = [digestOf(digestOfCode('search'), site.language, made), files[part]]
    used.add(file)
    if (takeFolder(file, key, index)) return
    const own = `${index}-${part}`
    await make(own)
    keepFolder(own, key, file)
    moveFolder(own, index)
  }
  const rest = {
    language: site.language,
    scope: describeSearched(site),
    names: toNames(views),
    days: toDaysFile(views),
  }
  await writeSearchIndex({ records, ...rest }, join(folder, 'pagefind'), keep)
  for (const file of Object.values(files)) if (!used.has(file)) rmSync(file, { force: true })
  return `${records.length} records can be searched`
}

/** Writes data, feeds and calendars below the folder of the site; says how many files. */
export async function writeFeeds(views: Views, folder: string): Promise<string> {
  copyStamps(join(folder, 'data', stampFolder))
  const files = [...dataFilesOf(views), ...feedFiles(views), ...embedFiles(views), ...iconFiles(views)]
  return `${write(files, folder)} files of data and feeds`
}

/** Stamps stand where the verifier looks for them. */
function copyStamps(folder: string): void {
  const stamps = join(contentFolder, stampFolder)
  if (!existsSync(stamps)) return
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(stamps)) copyFileSync(join(stamps, name), join(folder, name))
}

/** Draws the pictures of the pages; says how many there are and how many of them had to be drawn. */
export async function writePictures(views: Views, folder: string): Promise<string> {
  const wanted = imagesOf(views).map(({ card, path }) => ({ card, file: toFile(path) }))
  const drawn = await writeImages(wanted, folder, join(keptFolder, 'share-images'))
  return `${wanted.length} pictures, ${drawn} of them drawn`
}

/** All that have an address, to be made when somebody asks. */
export function makeFiles(views: Views): Map<string, () => string | Buffer | Promise<Buffer>> {
  const pictures = imagesOf(views).map(({ card, path }): Made<Promise<Buffer>> => [path, () => drawCard(card)])
  return new Map<string, () => string | Buffer | Promise<Buffer>>([
    ...dataFilesOf(views),
    ...feedFiles(views),
    ...embedFiles(views),
    ...iconFiles(views),
    ...pictures,
  ])
}

/** Only a story that is being followed tells what is new since the last visit. */
function dataFilesOf(views: Views): Made<string | Buffer>[] {
  const all = () => toZip(dataFiles.map(({ path, write }) => [path, write(views)] as const))
  return [
    ...(isZipped ? [[urls.data(zipFile), all] satisfies Made<Buffer>] : []),
    ...dataFiles.map(({ path, write }): Made<string> => [urls.data(path), () => write(views)]),
    ...(views.site.following ? [[urls.since(), () => JSON.stringify(toChanges(views))] satisfies Made<string>] : []),
  ]
}

function embedFiles({ quotes, site }: Views): Made<string>[] {
  if (!isEmbeddable) return []
  return quotes.flatMap((quote): Made<string>[] => {
    const [speaker = '', fragment = ''] = quote.id.split('/')
    return [
      [urls.oembed(speaker, fragment), () => JSON.stringify(toOembed(quote, site))],
      [`${urls.embed(speaker, fragment)}index.html`, () => toEmbedPage(quote, site)],
    ]
  })
}

function feedFiles(views: Views): Made<string>[] {
  const feeds = toFeeds(views)
  return [
    ...calendars.map((name): Made<string> => [urls.calendar(name), () => toCalendar(views, name)]),
    ...feeds.flatMap((feed) =>
      feedFormats.map(({ file, write }): Made<string> => [`${urls.feed(feed.name)}${file}`, () => write(feed)]),
    ),
    ...(hasDigests ? feeds.flatMap((feed) => filesOfDigest(feed, views.site.asOf)) : []),
  ]
}

function filesOfDigest(feed: Feed, asOf: string | null): Made<string>[] {
  const digest = asOf && toDigest(feed, asOf)
  if (!digest) return []
  return Object.entries(digestFiles).map(([file, write]) => [urls.feed(feed.name, file), () => write(digest)])
}

/** Writes many small files, by the calls that cost least: a thread beside the pages has nothing else to do meanwhile. */
function write(files: readonly Made<string | Buffer>[], folder: string): number {
  const made = new Set<string>()
  for (const [address, make] of files) {
    const file = join(folder, toFile(address))
    const parent = dirname(file)
    if (!made.has(parent)) mkdirSync(parent, { recursive: true })
    made.add(parent)
    writeFileSync(file, make())
  }
  return files.length
}

function toFile(address: string): string {
  return decodeURIComponent(address.slice(base.length))
}
