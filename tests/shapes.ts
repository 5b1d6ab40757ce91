/**
 * Files that grow in one way each: what could cost more than it is long. Every shape is one small thing said again and
 * again, in each place where content goes, as long as it is asked for.
 */
import { checkContent } from '../src/checks/check-content.ts'
import { exampleArticle, exampleEvent, exampleRecord } from '../src/checks/example.ts'
import type { Texts } from '../src/checks/rule.ts'
import { parseTexts } from '../src/loaders/content.ts'
import { findExcess } from '../src/markdown/limits.ts'
import type { Problem } from '../src/schema/problem.ts'

export interface Shape {
  name: string
  /** A record with about so many bytes of it. */
  make: (bytes: number) => Texts
  /** Whether it fills a file with paragraphs that are each as full as one may be. */
  isPacked?: boolean
}

/** The problems of files that are held in memory, read as `npm run check` does: what is as in the example is not read again. */
export function judge(texts: Texts): Problem[] {
  return checkContent(parseTexts(texts, { unrendered: true, known: example }))
}

const example = parseTexts(exampleRecord, { unrendered: true }).parsed

/** What refuses a text for its size. */
export const isOfLimits = ({ rule }: Problem): boolean => rule === 'text-limits' || rule === 'file-size'

/** A unit, or what the n-th unit is. */
type Unit = string | ((n: number) => string)

function fill(unit: Unit, bytes: number): string {
  if (typeof unit === 'string') return unit.repeat(Math.max(1, Math.floor(bytes / unit.length)))
  const parts: string[] = []
  for (let n = 0, length = 0; length < bytes; n += 1) {
    const part = unit(n)
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

/** As much of a unit as a paragraph may have, so often as the bytes allow: what stays within every limit but the last. */
function fillParagraphs(unit: Unit, bytes: number, before: string, after: string): string {
  let length = 19_000
  const make = () => `${before}a${fill(unit, length)}a`
  while (length > 40 && findExcess(make())) length = Math.floor(length * 0.7)
  return fill(`${make()}${after}`, bytes)
}

/** One inline thing after another, on one line. */
const runs: { [name: string]: Unit } = {
  letters: 'a',
  words: 'a ',
  blanks: ' ',
  tabs: '\t',
  'no-break spaces': '\u00A0',
  'ideographic spaces': '\u3000',
  'straight quotes': '"',
  'straight quotes apart': '" ',
  'straight quotes that open': ' "a',
  'straight quotes that close': 'a" ',
  'straight pairs': '"a" ',
  'straight pairs said': '"a," b said. ',
  inches: '"a 12" b',
  guillemets: '«',
  'guillemets that close': '»',
  'guillemets mixed': '«»',
  'guillemets turned': '»a« ',
  'guillemets that open twice': '««» ',
  'guillemets apart': ' »a',
  'curly opening': '“',
  'curly opening apart': ' “a',
  'curly closing': '”',
  'curly closing apart': ' ”a',
  'curly pairs': '“a” ',
  'curly twice opened': '““” ',
  'curly and straight': '“a "b ',
  'low opening': '„',
  'low and high': '„a“ ',
  'low twice': '„„“ ',
  'low and straight': '„a "b',
  corners: '「',
  'corners mixed': '「』',
  'small angles': '‹',
  apostrophes: "'",
  'apostrophes apart': "' ",
  'apostrophes that open': " 'a",
  'apostrophes that may close': "s' b ",
  'plural possessives': " 'a boys' b",
  'curly single opening': '‘',
  'curly single words': ' ‘a',
  'curly single possessives': '‘boys’ b ',
  'curly single closing': '’',
  'curly single closing words': ' ’a',
  'low single': ' ‚a',
  ticks: '``',
  'ticks that open': '``a ',
  'ticks closed': "``a'' ",
  'two apostrophes': "''",
  backticks: '`',
  'backticks apart': '`a ',
  'backticks growing': (n) => `${'`'.repeat(n % 2000)}a`,
  'square brackets': '[',
  'square brackets closing': ']',
  'square brackets both': '[]',
  'square brackets nested': '[a',
  'empty links': '[]()',
  'inline links': '[a](b) ',
  'inline links open': '[a](b',
  'inline links angled': '[a](<b',
  'inline links titled': '[a](b "c',
  'links of quotes': '["a"](../speakers/mara-lodzinska.md#not-wait) ',
  'links of many quotes': (n) => `["a"](../speakers/mara-lodzinska.md#q${n}) `,
  'links of reports': '[a](../events/bridge-closed.md) ',
  'links of mentions': '[a](../speakers/mara-lodzinska.md) ',
  'labels undefined': '[a][b] ',
  'labels undefined, each another': (n) => `[a][b${n}] `,
  'labels defined': '["a"][not-wait] ',
  'brackets and parentheses': '](',
  'brackets back to back': '][',
  pictures: '![a](b) ',
  'pictures open': '![',
  'angle brackets': '<',
  tags: '<a ',
  'tags closed': '<b>a</b>',
  comments: '<!--',
  'comments apart': 'a <!-- b ',
  instructions: 'a <? b ',
  declarations: 'a <!A b ',
  'character data': 'a <![CDATA[ b ',
  addresses: '<https://a.example> ',
  ampersands: '&',
  references: '&amp;',
  'references of numbers': '&#32;',
  'references open': '&#1',
  'references hidden': '&#8206;',
  backslashes: '\\',
  'escaped marks': '\\"',
  'escaped brackets': '\\[a\\][b\\] ',
  asterisks: '*',
  'emphasis open': '*a ',
  'emphasis closed': '*a* ',
  'emphasis mixed': '*a _b ',
  'emphasis crossed': '*a **b* c** ',
  'strong open': '**a ',
  'strong closing': 'a** ',
  'emphasis of three': 'a***b',
  underscores: '_a ',
  'emphasis nested': '*a **b ',
  'sentence ends': 'A. ',
  abbreviations: 'Mr. ',
  initials: 'J. K. ',
  questions: '?" said. ',
  embeddings: '\u202A',
  'embedding ends': '\u202C',
  'embeddings and other ends': '\u202A\u2069',
  isolates: '\u2067\u2069',
  'tag characters': '\u{E0068}',
  'variation selectors': 'a\uFE00\uFE01 ',
  'zero width': '\u200B',
  'soft hyphens': 'a\u00AD',
  'combining marks': '\u0301',
  'mixed scripts': 'аa ',
  controls: '\u0001',
  emoji: '👨‍👩‍👧 ',
  Chinese: '中',
  'Chinese sentences': '中。',
  Thai: 'ก',
  Arabic: 'ا ',
}

/** One line after another. */
const lines: { [name: string]: Unit } = {
  'empty lines': '\n',
  'blank lines': ' \n',
  'lines of one paragraph': 'a\n',
  'lines that begin with blanks': '    a\n',
  'lines that end with blanks': 'a      \n',
  'lines that break': 'a\\\n',
  paragraphs: 'a\n\n',
  'lines of =': '===\n',
  'lines of = after a': 'a\n===\n',
  'lines of -': '---\n',
  'lines of *': '***\n',
  headings: '# a\n',
  'lines of #': '#\n',
  'headings closed': '# a ###### ######\n',
  fences: '```\n',
  'fences of ~': '~~~\n',
  'fences in turn': '```\na\n~~~\n',
  'code by blanks': '    a\n\n',
  'list items': '- a\n',
  'list items apart': '- a\n\n',
  'list items empty': '-\n',
  'ordered items': (n) => `${n + 1}. a\n`,
  'items of other marks': (n) => (n % 2 ? '- a\n' : '* a\n'),
  'item, then lazy lines': '- a\nb\n',
  quotations: '> a\n',
  'quotations apart': '> a\n\n',
  'quotations, then lazy lines': '> a\nb\n',
  definitions: (n) => `[d${n}]: ../speakers/mara-lodzinska.md#d${n}\n`,
  'definitions of one label': '[d]: ../speakers/mara-lodzinska.md#d\n',
  'definitions apart': (n) => `[d${n}]: ../events/bridge-closed.md\n\n`,
  'definitions open': '[d]:\n',
  'definitions titled': '[d]: a "b\n',
  'HTML blocks': '<div>\n',
  'HTML blocks apart': '<div>\n\n',
  'comments in lines': '<!-- a\n',
  'quotes in paragraphs': '"a b c\n\n',
  'curly quotes in paragraphs': '“a b c\n\n',
  'quotes in lines': '"a"\n',
  'quotes said in paragraphs': (n) => `["A b c d e f${n}"](../speakers/mara-lodzinska.md#q${n}) she said.\n\n`,
  'quotes as labels': (n) => `["A b c d e f${n}"][q${n}] she said.\n\n[q${n}]: ../speakers/mara-lodzinska.md#q${n}\n\n`,
  'labels undefined in lines': (n) => `[a][b${n}]\n`,
  'conflict markers': '<<<<<<< HEAD\n=======\n>>>>>>> x\n',
  tables: '| a | b |\n',
  breaks: 'a  \n',
}

/** One thing within another. */
const nests: { [name: string]: Unit } = {
  'nested quotations': '>',
  'nested quotations apart': '> ',
  'nested items': '- ',
  'nested ordered items': '1. ',
  'nested other items': '+ ',
  'nested items in turn': '- * + ',
  'nested items of quotations': '> - ',
  'nested items by lines': (n) => `${'  '.repeat(n)}- a\n`,
  'nested quotations by lines': (n) => `${'> '.repeat(n + 1)}a\n\n`,
}

/** Nested within one another, with an end for each beginning. */
const pairs: { [name: string]: [string, string] } = {
  'nested brackets': ['[', ']'],
  'nested links': ['[', '](a)'],
  'nested labels': ['[', '][not-wait]'],
  'nested pictures': ['![', '](a)'],
  'nested emphasis': ['*a ', ' a*'],
  'nested emphasis in turn': ['*a **b ', ' b** a*'],
  'nested strong': ['**a', 'a**'],
  'nested parentheses': ['[a](', ')'],
  'nested curly quotes': ['“a', 'a”'],
  'nested guillemets': ['«a', 'a»'],
  'nested corners': ['「', '」'],
}

const yamlRuns: { [name: string]: Unit } = {
  'sequences opened': '[',
  'maps opened': '{',
  'maps of maps': '{a: ',
  'items of items': '- ',
  'keys of keys': '? ',
  colons: 'a: ',
  anchors: '&a ',
  tags: '!a ',
  aliases: '*a ',
  'double quotes': '"',
  'single quotes': "'",
  comments: '# ',
  blanks: ' ',
  tabs: '\t',
  letters: 'a',
  commas: ', ',
  'block scalars': '| ',
  'percent signs': '%',
  at: '@',
  'closing brackets': ']',
  escapes: '\\',
}

const yamlLines: { [name: string]: Unit } = {
  'unknown keys': (n) => `k${n}: a\n`,
  'one key': 'k: a\n',
  'keys of objects': (n) => `k${n}: { a: b }\n`,
  'keys without colons': 'k\n',
  'bad lines': 'k: a: b\n',
  'bad quotes': 'k: "\n',
  'comment lines': '# a\n',
  'empty lines': '\n',
  'anchored keys': (n) => `k${n}: &a b\n`,
  'aliased keys': (n) => `k${n}: *a\n`,
  'tagged keys': (n) => `k${n}: !a b\n`,
  'escaped keys': (n) => `k${n}: "\\u202E"\n`,
  'proto keys': '__proto__: a\n',
  'nested keys': (n) => `${' '.repeat(n)}k:\n`,
  'document starts': '--- a\n',
  'document ends': '...\n',
}

const front = (more: string) => exampleArticle('People walk.', more)
const article = (body: string): Texts => ({ ...exampleRecord, 'articles/walk.md': exampleArticle(body) })
const speaker = (body: string): Texts => ({
  ...exampleRecord,
  'speakers/mara-lodzinska.md': `---\nname: Mara Łodzińska\nkind: person\n---\n\n${body}\n`,
})
const listed = (items: Unit, bytes: number) =>
  fill((n) => `\n  - ${typeof items === 'string' ? items : items(n)}`, bytes)

const inFields: { [name: string]: (bytes: number) => Texts } = {
  terms: (bytes) => ({ 'articles/walk.md': front(`terms:${listed((n) => `term ${n}`, bytes)}`) }),
  'terms that are there': (bytes) => ({
    'articles/walk.md': exampleArticle(
      fill((n) => `"term ${n}"\n\n`, bytes / 2),
      `terms:${listed((n) => `term ${n}`, bytes / 2)}`,
    ),
  }),
  'terms of one letter': (bytes) => ({ 'articles/walk.md': front(`terms: [${fill('a, ', bytes)}]`) }),
  'long terms': (bytes) => ({
    'articles/walk.md': exampleArticle(
      fill((n) => `"${'a'.repeat(1000)}${n}"\n\n`, bytes / 2),
      `terms:${listed((n) => `${'a'.repeat(1000)}x${n}`, bytes / 2)}`,
    ),
  }),
  topics: (bytes) => ({ 'articles/walk.md': front(`topics: [${fill((n) => `t${n}, `, bytes)}]`) }),
  hashes: (bytes) => ({
    'articles/walk.md': front(`textHash: [${fill((n) => `"${String(n).padStart(8, '0')}", `, bytes)}]`),
  }),
  'hashes of blocks': (bytes) => ({
    'articles/walk.md': exampleArticle(
      fill('People walk.\n\n', bytes / 2),
      `textHash:${fill('\n  - "00000000"', bytes / 2)}`,
    ),
  }),
  'a hash of one long block': (bytes) => ({
    'articles/walk.md': exampleArticle(fill('People walk. ', bytes), 'textHash: ["00000000"]'),
  }),
  'a long title': (bytes) => ({
    'articles/walk.md': exampleArticle('People walk.').replace('The bridge is shut', `"${fill('a ', bytes)}"`),
  }),
  'a long address': (bytes) => ({
    'articles/walk.md': exampleArticle('People walk.').replace('ledger.example.org', `${fill('a.', bytes)}example.org`),
  }),
  'a long date': (bytes) => ({ 'events/bridge-closed.md': exampleEvent(`date: ${fill('2031-', bytes)}`) }),
  'a long value of a list': (bytes) => ({ 'events/bridge-closed.md': exampleEvent(`kind: ${fill('a', bytes)}`) }),
  'a long id': (bytes) => ({ 'articles/walk.md': front(`topics: [${fill('a-', bytes)}]`) }),
  'a date of blanks': (bytes) => ({ 'events/bridge-closed.md': exampleEvent(`date: "2031${fill(' ', bytes)}x"`) }),
  'a date of hyphens': (bytes) => ({ 'events/bridge-closed.md': exampleEvent(`date: "${fill('-', bytes)}"`) }),
  'a date of slashes': (bytes) => ({ 'events/bridge-closed.md': exampleEvent(`date: "2031${fill('/2031', bytes)}"`) }),
  'a date of digits': (bytes) => ({ 'events/bridge-closed.md': exampleEvent(`date: "${fill('1', bytes)}"`) }),
  'a date of open years': (bytes) => ({ 'events/bridge-closed.md': exampleEvent(`date: "${fill('203X', bytes)}"`) }),
  'a set of years': (bytes) => ({ 'events/bridge-closed.md': exampleEvent(`date: "[${fill('2031,', bytes)}2032]"`) }),
  'a list of days': (bytes) => ({
    'events/bridge-closed.md': exampleEvent(`date: "{${fill('2031-03-01,', bytes)}2032}"`),
  }),
  'a set of sets': (bytes) => ({ 'events/bridge-closed.md': exampleEvent(`date: "${fill('[', bytes)}"`) }),
  'a set of spans': (bytes) => ({
    'events/bridge-closed.md': exampleEvent(`date: "[${fill('2031..2032,', bytes)}2033]"`),
  }),
  'a set in a title': (bytes) =>
    article(`["We will not wait,"](../speakers/mara-lodzinska.md#not-wait "[${fill('2031,', bytes)}2032], to all")`),
  'sets in titles': (bytes) =>
    article(
      fill(
        (n) => `["We will not wait,"](../speakers/mara-lodzinska.md#q${n} "[2031,20${(n % 90) + 10}], to all")\n\n`,
        bytes,
      ),
    ),
  'quotes of a topic': (bytes) => ({
    'topics/ferries.md': `---\nname: Ferries?\nquotes: [${fill((n) => `mara-lodzinska#q${n}, `, bytes)}]\n---\n`,
  }),
  'aliases of a speaker': (bytes) => ({
    'speakers/mara-lodzinska.md': `---\nname: Mara\nkind: person\naliases: [${fill((n) => `M${n}, `, bytes)}]\n---\n`,
  }),
  'aliases that another has': (bytes) => ({
    'speakers/mara-lodzinska.md': `---\nname: Mara\nkind: person\naliases: [${fill((n) => `M${n}, `, bytes / 2)}]\n---\n`,
    'speakers/mara-other.md': `---\nname: Maria\nkind: person\naliases: [${fill((n) => `M${n}, `, bytes / 2)}]\n---\n`,
  }),
  'roles of a speaker': (bytes) => ({
    'speakers/mara-lodzinska.md': `---\nname: Mara\nkind: person\nroles:${listed('{ title: mayor, from: 2031, to: 2030 }', bytes)}\n---\n`,
  }),
  'figures of an event': (bytes) => ({
    'events/bridge-closed.md': exampleEvent(
      `figures:${listed('{ what: piers, value: 2, words: two, article: brigde }', bytes)}`,
    ),
  }),
  'wrong figures of an event': (bytes) => ({
    'events/bridge-closed.md': exampleEvent(`figures:${listed('{ wat: piers }', bytes)}`),
  }),
  'dangerous terms': (bytes) => ({
    'articles/walk.md': front(`terms:${listed((n) => `"javascript:a(${n})"`, bytes)}`),
  }),
  'a list of long unknown names': (bytes) => ({
    'articles/walk.md': front(`topics:${listed((n) => `${'a'.repeat(110)}${n}`, bytes)}`),
  }),
  'addresses that were published': (bytes) => ({
    'urls.lock': `# Every address that was published.\n${fill((n) => `/events/event-${n}/\n`, bytes)}`,
  }),
  'quotations in a title': (bytes) => ({
    'events/bridge-closed.md': exampleEvent(`outcome: '${fill((n) => `"word ${n}" and `, bytes)}'`),
  }),
}

/** Whether it begins a block of its own, and not the rest of a paragraph. */
const beginsBlock = (unit: Unit) => /^ {0,3}[-+>1=*#`~<[]/.test(fill(unit, 1))

/** Every shape. */
export const shapes: readonly Shape[] = [
  ...Object.entries({ ...runs, ...lines, ...nests }).flatMap(([name, unit]): Shape[] => {
    return [
      {
        name: `article: ${name}`,
        make: (bytes) => article(`a${beginsBlock(unit) ? '\n\n' : ''}${fill(unit, bytes)}a`),
      },
      { name: `speaker: ${name}`, make: (bytes) => speaker(`a${fill(unit, bytes)}a`) },
    ]
  }),
  ...Object.entries(runs).flatMap(([name, unit]): Shape[] => {
    const paragraphs = (bytes: number) => fillParagraphs(unit, bytes, '', '\n\n')
    return [
      { name: `article, in paragraphs: ${name}`, make: (bytes) => article(paragraphs(bytes)), isPacked: true },
      { name: `speaker, in paragraphs: ${name}`, make: (bytes) => speaker(paragraphs(bytes)), isPacked: true },
      {
        name: `article, in items: ${name}`,
        make: (bytes) => article(fillParagraphs(unit, bytes, '- ', '\n')),
        isPacked: true,
      },
    ]
  }),
  // What begins a block is one above too, after a paragraph of one letter.
  ...Object.entries({ ...lines, ...nests })
    .filter(([, unit]) => !beginsBlock(unit))
    .map(
      ([name, unit]): Shape => ({
        name: `article, from the first line: ${name}`,
        make: (bytes) => article(fill(unit, bytes)),
      }),
    ),
  ...Object.entries(pairs).flatMap(([name, [open, close]]): Shape[] => {
    const make = (bytes: number) => {
      const count = Math.ceil(bytes / (open.length + close.length))
      return `${open.repeat(count)}a${close.repeat(count)}`
    }
    return [
      { name: `article: ${name}`, make: (bytes) => article(make(bytes)) },
      { name: `speaker: ${name}`, make: (bytes) => speaker(make(bytes)) },
    ]
  }),
  ...Object.entries(yamlRuns).map(
    ([name, unit]): Shape => ({
      name: `front matter: ${name}`,
      make: (bytes) => ({ ...exampleRecord, 'articles/walk.md': front(`captureNote: ${fill(unit, bytes)}`) }),
    }),
  ),
  ...Object.entries(yamlLines).map(
    ([name, unit]): Shape => ({
      name: `front matter: ${name}`,
      make: (bytes) => ({ ...exampleRecord, 'articles/walk.md': front(fill(unit, bytes)) }),
    }),
  ),
  ...Object.entries(inFields).map(
    ([name, make]): Shape => ({ name: `field: ${name}`, make: (bytes) => ({ ...exampleRecord, ...make(bytes) }) }),
  ),
]
