/** A pasted page as an article: the headline, the paragraphs, and nothing of what a page puts around them. */
import { isDay } from '../../schema/index.ts'
import { languageOf, readLanguages } from '../languages/language.ts'
import { readSections } from '../languages/lists.ts'
import { type Capture, type CapturedBlock, CaptureError, firstWords, type Line, toCuts } from './capture.ts'
import { isEnded, isProse, plain } from './prose.ts'

/** Reads pasted text. Throws `CaptureError` when it holds no article. */
export function readPlainText(text: string, given: Given = {}): Capture {
  const lines = text
    .split('\n')
    .map((line, index) => ({ text: line.trim(), line: index + 1 }))
    .filter((line) => line.text !== '')
  return cleanLines(unwrap(lines, text), given)
}

/** Cleans lines, a paragraph each. */
export function cleanLines(captured: readonly Line[], given: Given = {}): Capture {
  const taken = given.keepInvisible ? /(?!)/g : invisible
  const lines = captured
    .map((line): Line => ({ ...line, text: line.text.replace(taken, '') }))
    .filter(({ text }) => text !== '')
  const hidden = given.keepInvisible ? [] : captured.flatMap(({ text }) => text.match(hiding) ?? [])
  const words = [...new Set(hidden.map((word) => word.replace(invisible, '')))].filter((word) => word !== '')
  const end = cutEnd(lines)
  const { title, next } = cutHead(lines, end)
  for (const line of lines.slice(next, end)) line.because ??= isFurniture(line.text)
  const body = lines.filter((line) => line !== title && !line.because)
  // A heading that nothing follows belongs to what was cut.
  for (let last = body.at(-1); last && /^#{2,6}\s/.test(last.text); last = body.at(-1)) {
    last.because = 'heading without text'
    body.pop()
  }
  const blocks = body.map((line, index): CapturedBlock => {
    const text = bare(line.text)
    const between = index > 0 && index < body.length - 1
    const kind = text !== line.text || (between && isSubheading(text)) ? 'heading' : 'paragraph'
    return { kind, text, line: line.line, ...(line.day ? { day: line.day } : {}) }
  })
  const first = blocks.find(({ kind }) => kind === 'paragraph')
  if (!blocks.some(({ kind, text }) => kind === 'paragraph' && isProse(text)))
    throw new CaptureError(
      'There is no article in it: no line reads as a sentence. Paste the text of the article itself.',
    )
  const headline = title ? bare(title.text) : null
  const dated = lines.slice(0, next).find(({ text }) => isDateLine(text) && readDay(text))
  const elsewhere = dated
    ? undefined
    : lines.slice(end).find(({ text }) => isAge(text) || (isDateLine(text) && readDay(text)))
  const unread = lines.find((line) => line.text.includes('\uFFFD'))
  const lost = first && lostOpening(first.text)
  const warnings = [
    given.title &&
      headline &&
      plain(given.title) !== plain(headline) &&
      `The text begins with another headline: ${firstWords(headline, 12)}`,
    elsewhere &&
      `The only date on the page (line ${elsewhere.line}, “${elsewhere.text}”) belongs to another story: it is not used.`,
    words.length > 0 &&
      `Signs that nobody sees were taken out of ${words.length} words (${words.slice(0, 3).join(', ')}${words.length > 3 ? ', …' : ''}): soft hyphens, spaces of no width. --keep-invisible keeps them.`,
    unread && `Line ${unread.line} has a sign that could not be read, shown as \uFFFD.`,
    lost && `The opening may be lost: the first paragraph has “${lost}” before anybody is named.`,
    !headline && !given.title && 'There is no headline in the capture.',
  ]
  return {
    title: headline,
    titleLine: title?.line ?? null,
    blocks,
    cut: toCuts(lines),
    warnings: warnings.filter((warning) => typeof warning === 'string'),
    published: dated ? { day: readDay(dated.text) as string, because: dated.text } : null,
    url: null,
    outletName: null,
    agency: readAgency(blocks.map(({ text }) => text)),
    language: null,
  }
}

/** What an editor says of a capture before it is read. */
export interface Given {
  title?: string | null
  /** Keeps soft hyphens and spaces of no width, as the page has them. */
  keepInvisible?: boolean
}

/** Soft hyphens, spaces of no width, marks of byte order: where a line may break, nothing that is read. */
const invisible = /[\u00AD\u200B\u2060\uFEFF]/g
const hiding = /\S*[\u00AD\u200B\u2060]\S*/g

/** A pronoun that points at somebody before the text; null when there is none. */
export function lostOpening(text: string): string | null {
  const sentence = /^.*?[.!?](?=\s|["”’])/s.exec(text)?.[0] ?? text
  const narration = sentence.replace(/["“„«‘][^"”“»]*["”“»’]/g, ' “” ')
  const pronoun = /\b(?:(?:he|she|they|it)\s+also|he|she)\b/i.exec(narration)
  if (!pronoun || narration.trim().startsWith('“”')) return null
  const before = narration.slice(0, pronoun.index)
  const named =
    /(?:^|\s)(?!(?:In|On|At|After|Before|When|As|Asked|Speaking|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|The|A|An|But|And|For|If|While|Since|By|With)\b)\p{Lu}\p{L}+/u
  const noun = /\b(?:boy|girl|minister|president|judge|actress|\p{L}+(?:er|or|ist|ian|man|woman)|man|woman)\b/iu
  return named.test(before) || noun.test(before) ? null : pronoun[0]
}

/** Hard line breaks of mail and old editors: lines of one width are joined to paragraphs where blank lines part them. */
function unwrap(lines: readonly Line[], text: string): Line[] {
  const raw = text.split('\n')
  const filled = raw.filter((line) => line.trim() !== '')
  const long = filled.filter((line) => line.length > 100).length
  const blank = raw.length - filled.length
  const broken = filled.filter((line) => line.length > 50 && line.length <= 100 && !/[.!?:"”’»]\s*$/.test(line)).length
  if (long > 0 || blank < 2 || broken < filled.length / 3 || broken < 3) return [...lines]
  const joined: Line[] = []
  for (const [index, line] of lines.entries()) {
    const previous = joined.at(-1)
    if (previous && lines[index - 1]?.line === line.line - 1) previous.text += ` ${line.text}`
    else joined.push({ ...line })
  }
  return joined
}

/** What a page calls its own lines, as `labels.txt` has it. */
interface Label {
  list: string
  because: string
  words: ReadonlySet<string>
  beginnings: readonly string[]
  /** Words that a line has at most that begins so and ends as a sentence does: `More on that later, she said.` is no label. */
  longest: number
  forms: readonly RegExp[]
}

const labels = readSections('page/labels.txt').map(({ name, lines }): Label => {
  const [list = '', because = list, longest = '8'] = name.split(': ')
  const [forms, rows] = [lines.filter((line) => line.startsWith('/')), lines.filter((line) => !line.startsWith('/'))]
  const all = rows.flatMap((line) => line.split(/ \| ?/))
  return {
    ...{ list, because, longest: Number(longest), words: new Set(all) },
    beginnings: all.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1)),
    forms: forms.map((form) => new RegExp(form.slice(1, -1), 'iu')),
  }
})

function labelOf(line: string, wanted: string): string | null {
  const text = line.toLowerCase().replaceAll('’', "'")
  // `Comments (2)`, `57 comments`
  const alone = text.replace(/^\d+\s+|\s*\(\d+\)|\s*[:：]?$/g, '')
  const length = isEnded(text) ? text.split(/\s+/).length : 0
  const found = labels.find(
    ({ list, words, beginnings, longest, forms }) =>
      list === wanted &&
      (words.has(alone) ||
        (length <= longest && beginnings.some((one) => text.startsWith(one))) ||
        forms.some((form) => form.test(line))),
  )
  return found?.because ?? null
}

const isAge = (text: string): boolean => labelOf(text, 'age') !== null

function isFurniture(line: string): string | null {
  const text = bare(line)
  if (text.length > 260) return null
  // `Share | Tweet`
  const parts = text.split(/\s*[|·•,/]\s*/)
  if (parts.every((part) => labelOf(part, 'among') === 'sharing')) return 'sharing'
  if (text.length < 40 && !isProse(text) && isDateLine(text) && readDay(text)) return 'date line'
  return labelOf(text, 'among')
}

/** Cuts what follows the article, from the first mark of an end or the first list of other stories on, and boxes in it; gives where it ends. */
function cutEnd(lines: readonly Line[]): number {
  const cut = (from: number, because: string, to = lines.length) => {
    for (const line of lines.slice(from, to)) line.because = because
    return from
  }
  const firstProse = lines.findIndex(({ text }) => isProse(text))
  for (const [index, { text }] of lines.entries()) {
    if (firstProse < 0 || index < firstProse) continue
    const because = endMark(text)
    const resumes = because === null ? null : resumesAfter(lines, index, because)
    if (because && resumes === null) return cut(index, because)
    if (because && resumes) cut(index, because, resumes)
    else if (isAge(text) && index > 1) {
      // The name of an outlet stands above its age.
      let from = index
      while (from > 0 && !isProse((lines[from - 1] as Line).text) && index - from < 3) from--
      return cut(from, 'other stories')
    }
  }
  return lines.length
}

/** A line without the mark of a heading. */
export function bare(line: string): string {
  return line.replace(/^#{1,6}\s+/, '')
}

/** Why a line ends an article; null when it does not. */
export function endMark(line: string): string | null {
  return line.length > 120 ? null : labelOf(bare(line), 'end')
}

/**
 * A box in the middle: a few short lines, then the prose goes on. Gives the line where it does; null when the article
 * ends here, which is so only where no prose follows that is no list of teasers: headlines stand between their sentences.
 */
function resumesAfter(lines: readonly Line[], mark: number, because: string): number | null {
  const after = lines.slice(mark + 1)
  const between = upTo(after, ({ text }) => isProse(text))
  const isOther = ({ text }: Line) => isAge(text) || endMark(text) === 'comments'
  // What readers wrote reads as prose too.
  if (because === 'comments' || between.length > 6 || between.some(isOther)) return null
  const rest = upTo(after.slice(between.length), ({ text }) => endMark(text) !== null)
  const prose = rest.filter((line) => isProse(line.text)).length
  if (rest.some((line) => isAge(line.text)) || prose < 2 || prose < rest.length * 0.75) return null
  return mark + 1 + between.length
}

/** The lines before the first of which something holds. */
function upTo(lines: readonly Line[], test: (line: Line) => boolean): readonly Line[] {
  const at = lines.findIndex(test)
  return at < 0 ? lines : lines.slice(0, at)
}

/** A line that is a date, with little beside it: `Publié le 12 juin 2025 à 18h04`. */
function isDateLine(text: string): boolean {
  if (labelOf(text, 'date line')) return true
  if (text.length > 80 || readDay(text) === null) return false
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return /\d[:.hH]\s?\d{2}\b/.test(text.replace(/\d{1,2}\.\d{1,2}\.\d{4}/, '')) ? letters <= 50 : letters <= 20
}

/** Finds the headline and the first line of the text, and cuts the lines before it. */
function cutHead(lines: readonly Line[], end: number): { title: Line | undefined; next: number } {
  const whyNone = ({ text }: Line) => labelOf(text, 'byline') ?? (isDateLine(text) ? 'date line' : isFurniture(text))
  let next = lines.slice(0, end).findIndex((line) => isProse(line.text) && !whyNone(line))
  if (next < 0) next = Math.min(1, end)
  // A headline may read as a sentence when it is short and quotes somebody: it has no full stop.
  const candidates = lines.slice(0, next).filter((line) => !whyNone(line) && !isAge(line.text))
  const titles = candidates.filter((line) => labelOf(line.text, 'crumbs') === null)
  const marked = titles.find((line) => /^#\s+/.test(line.text))
  // A headline of two words looks like the name of a section; it is the one nearest to the text.
  const title = marked ?? titles.find(({ text }) => text.split(/\s+/).length >= 4) ?? titles[0] ?? candidates.at(-1)
  // A heading right above the first paragraph, which is marked as one, is the text's.
  while (marked && next > 1 && /^##/.test(lines[next - 1]?.text ?? '')) next--
  const at = title ? lines.indexOf(title) : next
  for (const [index, line] of lines.slice(0, next).entries())
    line.because = whyNone(line) ?? (index > at ? 'line under the headline' : 'line above the headline')
  if (title) title.because = null
  return { title, next }
}

function isSubheading(text: string): boolean {
  const isOther = /^["“„«「]|[:：]$|^[-•*]\s+\p{Ll}/u.test(text)
  return text.split(/\s+/).length <= 14 && !isProse(text) && !isOther
}

const agencies =
  /\b(Reuters|AFP|Agence France-Presse|AP|Associated Press|Bloomberg|dpa|DPA|PA Media|PA|EFE|ANSA|Xinhua|TASS|Interfax|Kyodo|PTI|ANI|IANS|UPI|AAP|CP|The Canadian Press|TT|NTB|Ritzau|APA|CTK|MTI|Ukrinform)\b/

const opening = /^[\p{Lu}][\p{L} .,’'/-]{1,50}\(([^)]{2,30})\)\s*[-–—]/u
const credit =
  /^\(?(?:(?:with )?(?:reporting|additional reporting|inputs?) (?:by|from)|source:|with)?\s*(?:©\s*)?([A-Z][A-Za-z -]{1,20})\)?\.?$/

/** An agency that the copy itself names: `LONDON (Reuters) –`. */
export function readAgency(blocks: readonly string[]): { name: string; because: string } | null {
  for (const found of [opening.exec(blocks[0] ?? ''), credit.exec(blocks.at(-1) ?? '')]) {
    const name = agencies.exec(found?.[1] ?? '')?.[1]
    if (found && name) return { name, because: found[0] }
  }
  return null
}

/** Months by the names they have beside a day, in the languages whose rules are here and in others. */
const monthNumbers = new Map<string, number>(
  ['fr', 'es', 'it', 'pt', 'nl', 'pl', 'cs', 'sv', 'da', 'nb', 'fi', 'tr', 'el', 'ro', 'ru'].flatMap((locale) => {
    const form = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
    return [...Array(12).keys()].map((month): [string, number] => {
      const parts = form.formatToParts(Date.UTC(2025, month, 5))
      return [(parts.find(({ type }) => type === 'month')?.value ?? '').toLowerCase(), month + 1]
    })
  }),
)
for (const code of readLanguages)
  for (const [name, number] of languageOf(code)?.calendar.months ?? []) monthNumbers.set(name.toLowerCase(), number)

const dayForms = [
  /(?<!\d)(?<y>\d{4})(?:-|\s?年\s?|\.\s?)(?<m>\d{1,2})(?:-|\s?月\s?|\.\s?)(?<d>\d{1,2})(?!\d)/,
  /(?<![\d.])(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})(?!\d)/,
  /(?<![\p{L}\d])(?:(?<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?(?<m>\p{L}{3,12})(?:\s+de)?|(?<m>\p{L}{3,10})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?)\.?,?\s+(?<y>\d{4})(?!\d)/u,
]

/** The first whole day a line gives; null when it gives none. Slashes do not tell the day from the month. */
export function readDay(text: string): string | null {
  const days = dayForms.map((form) => {
    const { y = '', m = '', d = '' } = form.exec(text)?.groups ?? {}
    return [y, monthNumbers.get(m.toLowerCase()) ?? m, d].map((part) => String(part).padStart(2, '0')).join('-')
  })
  return days.find(isDay) ?? null
}
