/** The words of `pages/about.md` that a new story begins with; a record without that file has them too. */
import { capital } from './count.ts'
import { kindWords } from './quotes.ts'
import { type Key, say, sayWith } from './say.ts'

/** The page as a file, with the values that are set in where it is shown. */
export function aboutPage(): string {
  const kinds = (['direct', 'mixed', 'indirect'] as const).map(
    (kind) => `- **${capital(kindWords(kind))}**: ${say(`about.words.${kind}Is`)}`,
  )
  const part = (heading: Key, ...paragraphs: string[]) => [`## ${say(heading)}`, ...paragraphs].join('\n\n')
  const set = (key: Key, values: { [name: string]: string | ((words: string[]) => string) }) =>
    sayWith<string>(key, values as Parameters<typeof sayWith<string>>[1]).join('')
  return [
    `---\ntitle: ${toYaml(say('frame.method'))}\ndescription: ${toYaml(say('about.page'))}\n---`,
    say('about.intro', { site: '{name}', subject: '{subject}', size: '{contents}' }),
    part(
      'about.words.title',
      say('about.words.stretch'),
      say('about.words.verbatim'),
      kinds.join('\n'),
      say('about.words.others'),
    ),
    part(
      'about.marks.title',
      set('about.marks.colours', { said: () => '{said}', happened: () => '{happened}', expected: () => '{expected}' }),
      say('about.marks.lines'),
    ),
    part(
      'about.dates.title',
      say('about.dates.basis'),
      set('about.dates.ahead', { em: (words) => `*${words.join('')}*` }),
      '{due}',
    ),
    part('about.visits.title', '{visits}'),
    part(
      'frame.rights',
      set('about.rights.articles', {
        link: (words) => `[${words.join('')}](https://creativecommons.org/publicdomain/zero/1.0/)`,
      }),
    ),
    part('frame.data', say('about.data.files'), '{data}', set('about.data.feeds', { link: () => '{feeds}' })),
    part('corrections.title', set('about.corrections.listed', { link: () => '{corrections}' }), '{contact}'),
  ]
    .join('\n\n')
    .concat('\n')
}

/** A text as a value of front matter. */
function toYaml(text: string): string {
  return /[:#"'[\]{}]/.test(text) ? JSON.stringify(text) : text
}
