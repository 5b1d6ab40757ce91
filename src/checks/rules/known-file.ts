import { exampleArticle, exampleEvent } from '../example.ts'
import { idsOf, type Reference, reportUnknown } from '../references.ts'
import type { Rule } from '../rule.ts'

/** The rule that what is named has a file in the folder of its noun. */
function known(
  noun: Exclude<Reference['noun'], 'quotes' | 'places' | 'kinds'>,
  { what, why, wrong, right }: Pick<Rule, 'what' | 'why'> & Rule['example'],
): Rule {
  const word = noun.slice(0, -1)
  return {
    id: `known-${word}`,
    severity: 'error',
    what,
    why,
    example: { wrong, right },
    check: (content, report) =>
      reportUnknown(content, noun, word, `the name of a file in content/${noun}`, idsOf(content, noun), report),
  }
}

const figureIn = (article: string) => ({
  'events/bridge-closed.md': exampleEvent(
    `figures: [{ what: piers, value: 2, words: two piers, article: ${article} }]`,
  ),
})

export const knownArticle = known('articles', {
  what: 'Every article that is named has a file in `content/articles`.',
  why: 'A figure rests on the article that has it.',
  wrong: figureIn('brigde'),
  right: figureIn('bridge'),
})

export const knownEvent = known('events', {
  what: 'Every event that is linked has a file in `content/events`.',
  why: 'A report of an event that is not on record leads nowhere.',
  wrong: { 'articles/walk.md': exampleArticle('People [walk since then](../events/bridge-close.md).') },
  right: { 'articles/walk.md': exampleArticle('People [walk since then](../events/bridge-closed.md).') },
})

export const knownOutlet = known('outlets', {
  what: 'The outlet of an article has a file in `content/outlets`.',
  why: 'Words without an outlet have no source.',
  wrong: { 'articles/walk.md': exampleArticle('People walk.').replace('the-ledger', 'the-leger') },
  right: { 'articles/walk.md': exampleArticle('People walk.') },
})

export const knownPage = known('pages', {
  what: 'Every page of one’s own that is linked has a file in `content/pages`.',
  why: 'A link to an imprint that is not there helps nobody.',
  wrong: { 'events/bridge-closed.md': exampleEvent().replace('closed.', '[closed](../pages/methd.md).') },
  right: {
    'pages/method.md': '---\ntitle: Method\ndescription: How we work.\n---\n\nWe read [the ledger](../story.md).\n',
    'events/bridge-closed.md': exampleEvent().replace('closed.', '[closed](../pages/method.md).'),
  },
})

export const knownSpeaker = known('speakers', {
  what: 'Every speaker that is named has a file in `content/speakers`.',
  why: 'A quote without a speaker on record would belong to nobody.',
  wrong: { 'events/bridge-closed.md': exampleEvent('speakers: [mara-lodzinsky]') },
  right: { 'events/bridge-closed.md': exampleEvent('speakers: [mara-lodzinska]') },
})

export const knownTopic = known('topics', {
  what: 'Every topic that is named has a file in `content/topics`.',
  why: 'A topic is a question with answers; its name alone asks nothing.',
  wrong: { 'articles/walk.md': exampleArticle('People walk.', 'topics: [ferrys]') },
  right: { 'articles/walk.md': exampleArticle('People walk.', 'topics: [ferries]') },
})
