/** What the files of a record themselves refuse: strays, sizes, names, front matter against the schema. */
import { checkContent } from '../src/checks/check-content.ts'
import { rules } from '../src/checks/rules.ts'
import type { Content } from '../src/loaders/content.ts'

const ids = /^(?:file-name|file-size|front-matter|own-files|plain-yaml|schema|settled-merge|text-limits)$/

const own = rules.filter(({ id }) => ids.test(id))

export const refusalsOf = (content: Content) => checkContent(content, own)
