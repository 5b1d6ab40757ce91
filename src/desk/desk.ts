/**
 * The desk: takes what an editor does, keeps it, says what comes next, and writes what is decided. Its only sources are the
 * importer's proposal and the checks; its only writer is that of the commands.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { checkContent } from '../checks/check-content.ts'
import { toSentence } from '../checks/reporters/sentence.ts'
import { toFiles } from '../import/decisions.ts'
import { factsOf, toKnown, toOwnId } from '../import/known.ts'
import { type Capture, CaptureError } from '../import/page/capture.ts'
import { readCapture } from '../import/page/read-capture.ts'
import { type Draft, type Known, propose } from '../import/propose.ts'
import { type Content, parseContent } from '../loaders/content.ts'
import { readContent } from '../loaders/from-disk.ts'
import { cutFile } from '../loaders/front-matter.ts'
import { readText } from '../loaders/read-text.ts'
import {
  type ChangedFile,
  changeFiles,
  MeanwhileError,
  type NewFile,
  TakenError,
  UnwritableError,
} from '../loaders/write-files.ts'
import { readArticle } from '../markdown/article.ts'
import type { Reading } from '../markdown/reading.ts'
import type { Rights } from '../schema/index.ts'
import type { Problem } from '../schema/problem.ts'
import type { Action } from './actions.ts'
import { type Amendment, amend, ChangedError } from './again.ts'
import { toAgainView, toChoices, toNames } from './again-view.ts'
import { type Entry, Journal, type Save } from './journal.ts'
import { factsOfMark, type Mark, toDecided, toMarks, wordsOfMark } from './marks.ts'
import { type Piece, RefusedError, startPiece, take } from './piece.ts'
import { toSteps } from './steps.ts'
import { toView, type View } from './view.ts'

/** A file that something else has changed, or that is there already: what the desk would write, and what stands there. */
export interface Conflict {
  path: string
  ours: string | null
  found: string | null
}

/** A problem that the checks have with what would be written. */
export interface Fault {
  file: string
  line: number | null
  says: string
  rule: string
  isError: boolean
  /** The mark that it is about. */
  mark: string | null
}

/** What is to be written, and what is wrong with it. */
export interface Proof {
  files: NewFile[]
  faults: Fault[]
}

/** Files of the record that are on the desk. */
export interface Again {
  /** The article that was opened. */
  article: string | null
  /** The file, or the folder of a new one, whose form is open. */
  at: string | null
  /** What is done to them. */
  amendments: readonly Amendment[]
}

export class Desk {
  readonly folder: string
  readonly #journal: Journal
  #content: Content
  #known: Known
  #piece: Piece | null = null
  #captured: { text: string; name: string; capture: Capture } | null = null
  #draft: { capture: Capture; facts: string; known: Known; draft: Draft } | null = null
  #checked: { before: Content; given: string; found: { content: Content; faults: Fault[] } } | null = null
  #judged: { content: Content; problems: ReadonlySet<string> } | null = null
  #saved: Save | null = null
  #again: Again | null = null
  #conflict: Conflict | null = null
  #said = ''
  #version = 0

  private constructor(folder: string, journal: Journal) {
    this.folder = folder
    this.#journal = journal
    this.#content = readContent(folder)
    this.#known = toKnown(this.#content)
  }

  /** Opens the desk of a record where it was left: a save that was cut short is ended, or taken back. */
  static async open(folder: string): Promise<Desk> {
    const desk = new Desk(folder, new Journal(join(resolve(folder), '.desk'), folder))
    await desk.#recover()
    await desk.#replay()
    return desk
  }

  /** Raised by everything that is done. */
  get version(): number {
    return this.#version
  }

  /** What stands on the page; with what the checks find so far when that is asked for, is known, or is all that is left. */
  view(isChecked = false): View {
    const piece = this.#piece
    const known = this.#known
    const around = { version: this.#version, said: this.#said, conflict: this.#conflict, folder: this.folder }
    const canUndo = this.#journal.entries.length > 0 || this.#journal.hasBefore()
    if (this.#again) {
      const { changed, refused } = this.#amended(this.#again)
      const conflict = this.#conflict
      const files = [...changed].map(([path, text]) => ({ path, text }))
      const { content, faults } = this.#check(files)
      const proof = { files, faults: [...refused, ...faults] }
      const saved = this.#saved?.files.map(({ path }) => path) ?? null
      const textOf = (path: string) => changed.get(path) ?? this.#onDisk(path)
      return toAgainView({ ...around, conflict, canUndo, known, content, again: this.#again, textOf, proof, saved })
    }
    if (!piece) return toView({ ...around, piece: null, canUndo, known, things: toChoices(this.#content) })
    const draft = this.#draftOf(piece)
    const marks = toMarks(piece, draft)
    const names = toNames(this.#content, ['outlets', 'topics'])
    const steps = this.#saved ? [] : toSteps(piece, marks, draft, known)
    const isLast = steps[0]?.is === 'publish'
    const files = piece.facts ? this.#filesOf(piece, marks, draft) : []
    const isWanted = files.length > 0 && !this.#saved && (isLast || isChecked || this.#isChecked(files))
    const found = isWanted ? this.#proofOf(files, marks, draft) : null
    // What is not decided yet is no problem yet.
    const open = new Set(steps.flatMap((step) => ('mark' in step ? step.mark : [])))
    const isDue = ({ mark, rule }: Fault) => isLast || (mark === null ? rule !== 'draft' : !open.has(mark))
    const proof = found && { files: found.files, faults: found.faults.filter(isDue) }
    const shown = this.#readingOf(files.at(-1), draft)?.copy ?? []
    const saved = this.#saved?.files.map(({ path }) => path) ?? null
    return toView({ ...around, names, piece, draft, marks, steps, proof, shown, saved, known, canUndo: true })
  }

  /** Takes an action; refuses with `RefusedError`, and then all is as it was. */
  async act(action: Action): Promise<void> {
    this.#conflict = null
    if (action.do === 'bring') return this.#bring(action)
    if (action.do === 'open') return this.#open(action)
    if (this.#again) {
      if (this.#saved) throw new RefusedError('This is published. Undo, or go on to the next.')
      if (action.do !== 'attribute' && action.do !== 'link' && action.do !== 'fill')
        throw new RefusedError('That cannot be done to a file of the record.')
      const again = withEntry(this.#again, action)
      this.#amended(again, true)
      this.#keep(action)
      this.#again = again
      return
    }
    if (!this.#piece) throw new RefusedError('There is no article on the desk.')
    if (this.#saved) throw new RefusedError('This article is published. Undo, or bring another.')
    const next = take(this.#piece, action, factsOfMark(toMarks(this.#piece, this.#draftOf(this.#piece))))
    this.#keep(action)
    this.#piece = next
  }

  /** Takes back what was done last, saves too. */
  async undo(): Promise<void> {
    this.#conflict = null
    const { entries } = this.#journal
    if (this.#saved) return this.#takeBack()
    const isBack = entries.length === 0
    if (isBack && !this.#journal.goBack()) throw new RefusedError('There is nothing to undo.')
    if (!isBack) this.#journal.drop()
    await this.#replay()
    this.#said = isBack ? 'Back to the article before.' : 'Undone.'
  }

  /** Leaves the article that is published, for the next. */
  async leave(): Promise<void> {
    this.#journal.begin()
    this.#said = ''
    await this.#replay()
  }

  /** Writes the article and all that is new with it, in one step. */
  async publish(): Promise<void> {
    this.#conflict = null
    if (this.#again && !this.#saved) return this.#publishAgain(this.#again)
    const piece = this.#piece
    if (!piece || this.#saved) throw new RefusedError('There is nothing to publish.')
    // As the folder is now: somebody may have written into it meanwhile.
    this.#reread()
    const draft = this.#draftOf(piece)
    const marks = toMarks(piece, draft)
    if (toSteps(piece, marks, draft, this.#known)[0]?.is !== 'publish')
      throw new RefusedError('Something is left to decide.')
    const files = this.#filesOf(piece, marks, draft)
    const { faults } = this.#proofOf(files, marks, draft)
    const errors = faults.filter(({ isError }) => isError)
    if (errors.length > 0) throw new RefusedError(`The checks refuse it: ${errors[0]?.says}`)
    await this.#save(files.map(({ path, text }) => ({ path, before: null, after: text })))
  }

  async #open(action: Extract<Action, { do: 'open' }>): Promise<void> {
    if (this.#piece && !this.#saved)
      throw new RefusedError('An article is on the desk. Publish it, or undo to its beginning.')
    this.#reread()
    const { file } = action
    const isMade = this.#again !== null && this.#amended(this.#again).changed.has(file)
    if (!file.endsWith('/') && !isMade && this.#onDisk(file) === null) throw new RefusedError(`There is no ${file}.`)
    if (file.startsWith('articles/') && !this.#content.entries.articles.some(({ path }) => path === file))
      throw new RefusedError(`${file} cannot be read. Run \`npm run check\`.`)
    if (!this.#again || this.#saved) this.#begin(action)
    else this.#keep(action)
    await this.#replay()
  }

  async #publishAgain(again: Again): Promise<void> {
    this.#reread()
    const files = [...this.#amended(again, true).changed].map(([path, text]) => ({ path, text }))
    if (files.length === 0) throw new RefusedError('Nothing is changed.')
    const error = this.#check(files).faults.find(({ isError }) => isError)
    if (error) throw new RefusedError(`The checks refuse it: ${error.says}`)
    await this.#save(files.map(({ path, text }) => ({ path, before: this.#onDisk(path), after: text })))
  }

  /** The files that the amendments change, with their new texts; what cannot be done any more is a fault, or thrown. */
  #amended({ article, amendments }: Again, throws = false): { changed: Map<string, string>; refused: Fault[] } {
    const changed = new Map<string, string>()
    const refused: Fault[] = []
    if (this.#saved) return { changed, refused }
    const textOf = (path: string) => changed.get(path) ?? this.#onDisk(path)
    for (const amendment of amendments) {
      try {
        for (const [path, text] of amend(article, amendment, textOf, [...this.#content.files.keys()]))
          changed.set(path, text)
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error
        if (error instanceof ChangedError) this.#conflict = error.conflict
        if (throws) throw error
        const file = 'file' in amendment ? amendment.file : (article ?? '')
        refused.push({ file, line: null, says: error.message, rule: 'meanwhile', isError: true, mark: null })
      }
    }
    return { changed, refused }
  }

  async #bring(action: Extract<Action, { do: 'bring' }>): Promise<void> {
    if ((this.#piece ?? this.#again) && !this.#saved)
      throw new RefusedError('An article is on the desk. Publish it, or undo to its beginning.')
    await this.#capture(action)
    this.#reread()
    this.#begin(action)
    await this.#replay()
    this.#said = ''
  }

  async #capture({ text, name }: { text: string; name: string }): Promise<Capture> {
    if (this.#captured?.text === text && this.#captured.name === name) return this.#captured.capture
    try {
      const capture = await readCapture(text.replace(/\r\n?/g, '\n'), name, {})
      this.#captured = { text, name, capture }
      return capture
    } catch (error) {
      if (error instanceof CaptureError) throw new RefusedError(error.message)
      throw error
    }
  }

  /** Begins a journal with what is brought or opened. */
  #begin(action: Action): void {
    const isNew = this.#journal.entries.length > 0
    this.#journal.begin()
    try {
      this.#keep(action)
    } catch (error) {
      if (isNew) this.#journal.goBack()
      throw error
    }
  }

  #keep(entry: Entry): void {
    try {
      this.#journal.add(entry)
    } catch (error) {
      throw new RefusedError(`That could not be kept, and is not done: ${(error as Error).message}`)
    }
    this.#version += 1
    this.#said = ''
  }

  /** Takes all actions of the journal again. */
  async #replay(): Promise<void> {
    this.#version += 1
    this.#saved = null
    this.#piece = null
    this.#again = null
    for (const entry of this.#journal.entries) {
      if (entry.do === 'bring') this.#piece = startPiece(await this.#capture(entry))
      else if (entry.do === 'save') this.#saved = entry
      else if (entry.do === 'open' || entry.do === 'attribute' || entry.do === 'link' || entry.do === 'fill')
        this.#again = withEntry(this.#again, entry)
      else if (entry.do !== 'saved' && entry.do !== 'take-back' && this.#piece) {
        const piece: Piece = this.#piece
        this.#piece = take(piece, entry, factsOfMark(toMarks(piece, this.#draftOf(piece))))
      }
    }
  }

  /** Ends what was cut short: a save as far as nobody else has written there, and the taking back of one. */
  async #recover(): Promise<void> {
    const { entries } = this.#journal
    const last = entries.at(-1)?.do
    const save = entries.findLast((entry): entry is Save => entry.do === 'save')
    if (!save || (last !== 'save' && last !== 'take-back')) return
    const found = new Map(save.files.map(({ path }) => [path, this.#onDisk(path)]))
    const written = save.files.filter(({ path, after }) => found.get(path) === after)
    const left = save.files.filter(({ path, before }) => found.get(path) === before)
    const isWhole = written.length + left.length === save.files.length
    if (last === 'save' && written.length > 0 && isWhole) {
      await changeFiles(this.folder, left)
      this.#journal.add({ do: 'saved' })
      this.#said = 'A save that was cut short is ended.'
    } else {
      await changeFiles(this.folder, written.map(turned))
      this.#journal.drop(entries.length - entries.lastIndexOf(save))
      this.#said = 'A save that was cut short is taken back.'
    }
    this.#reread()
  }

  async #takeBack(): Promise<void> {
    const { entries } = this.#journal
    const save = entries.findLast((entry): entry is Save => entry.do === 'save')
    if (!save) throw new RefusedError('There is nothing to undo.')
    await this.#write({ do: 'take-back' }, save.files.map(turned))
    this.#journal.drop(entries.length - entries.lastIndexOf(save))
    this.#reread()
    await this.#replay()
    this.#said = 'The save is taken back.'
  }

  async #save(files: ChangedFile[]): Promise<void> {
    const save: Save = { do: 'save', files }
    await this.#write(save, save.files)
    try {
      this.#journal.add({ do: 'saved' })
    } catch {
      // The files are written: whoever opens the desk next sees it by them.
    }
    this.#reread()
    this.#saved = save
    this.#said = `Published: ${files.map(({ path }) => path).join(', ')}`
  }

  /** Writes files once the journal says that it is begun; of what could not be written it says nothing. */
  async #write(entry: Entry, files: readonly ChangedFile[]): Promise<void> {
    this.#keep(entry)
    try {
      await changeFiles(this.folder, files)
    } catch (error) {
      this.#journal.drop()
      if (error instanceof MeanwhileError) {
        const { path, found, message } = error
        this.#conflict = { path, found, ours: files.find((file) => file.path === path)?.after ?? null }
        throw new RefusedError(message)
      }
      if (error instanceof UnwritableError || error instanceof TakenError) throw new RefusedError(error.message)
      throw error
    }
  }

  #reread(): void {
    this.#content = readContent(this.folder, { known: this.#content.parsed })
    this.#known = toKnown(this.#content)
  }

  #onDisk(path: string): string | null {
    const file = join(resolve(this.folder), path)
    return existsSync(file) ? readFileSync(file, 'utf8') : null
  }

  #draftOf({ capture, facts }: Piece): Draft {
    const given = JSON.stringify(facts)
    const before = this.#draft
    if (before && before.capture === capture && before.facts === given && before.known === this.#known)
      return before.draft
    const { title, outlet, published, url, language, agency, rights } = facts ?? {}
    const wanted = {
      ...{ title: title || null, outlet: outlet || null, published: published || null, url: url || null },
      ...{ agency: agency || null, ...(language && { language }), rights: (rights || 'quotes') as Rights },
    }
    const known = this.#known
    const draft = propose(capture, factsOf(capture, wanted, known), known)
    // What the editor has emptied is not filled again.
    if (facts && !facts['agency']) draft.facts.agency = null
    this.#draft = { capture, facts: given, known, draft }
    return draft
  }

  /** All that is to be written; the article last. */
  #filesOf(piece: Piece, marks: readonly Mark[], draft: Draft): NewFile[] {
    const folder = join(resolve(this.folder), 'articles')
    const listed = () => (existsSync(folder) ? readdirSync(folder).map((name) => basename(name, '.md')) : [])
    const id = toOwnId(draft.facts, this.#known, listed)
    return toFiles(draft, toDecided(piece, marks, draft, this.#known), id, this.#known).files
  }

  /** The article as readers will see it. */
  #readingOf(article: NewFile | undefined, { facts }: Draft): Reading | null {
    if (!article) return null
    const { body, linesBefore } = cutFile(article.text)
    const source = { path: article.path, language: facts.language, terms: [], linesBefore }
    return readArticle(body, source, { isExpected: () => false })
  }

  #proofOf(files: NewFile[], marks: readonly Mark[], draft: Draft): Proof {
    const article = files.at(-1)
    const lines = article?.text.split('\n') ?? []
    const faults = this.#check(files).faults.map((fault): Fault => {
      const line = fault.file === article?.path && fault.line !== null ? (lines[fault.line - 1] ?? '') : ''
      // A line of the ledger is about the words that have its label.
      const [, label] = /^\[([^\]]+)\]: /.exec(line) ?? []
      const near = marks.filter((mark) => {
        const words = wordsOfMark(mark, draft)
        return label ? lines.some((one) => one.includes(`${words}][${label}]`)) : line.includes(words)
      })
      return { ...fault, mark: (near.find(({ as }) => as === 'none' || as === 'term') ?? near[0])?.id ?? null }
    })
    const read = this.#readingOf(article, draft)
    const changed = read?.blocks.find(({ text }) => !draft.capture.blocks.some((block) => block.text.includes(text)))
    if (article && changed) {
      const says = `These words are not those of the copy, and nothing is written: ${changed.text}`
      faults.unshift({ file: article.path, line: changed.line, says, rule: 'copy', isError: true, mark: null })
    }
    return { files, faults }
  }

  /** What the checks say of the record without them. */
  #problems(): ReadonlySet<string> {
    if (this.#judged?.content !== this.#content) {
      const problems = new Set(checkContent(this.#content).map(toKey))
      this.#judged = { content: this.#content, problems }
    }
    return this.#judged.problems
  }

  #isChecked(files: readonly NewFile[]): boolean {
    return this.#checked?.before === this.#content && this.#checked.given === JSON.stringify(files)
  }

  /** The record as it would be with the files in it, and what the checks would say of it. */
  #check(files: readonly NewFile[]): { content: Content; faults: Fault[] } {
    if (files.length === 0) return { content: this.#content, faults: [] }
    if (this.#checked && this.#isChecked(files)) return this.#checked.found
    const texts = new Map(files.map(({ path, text }) => [path, text]))
    const listed = new Map(this.#content.listed)
    for (const [path, text] of texts) listed.set(path, { size: Buffer.byteLength(text), is: 'file' })
    const root = resolve(this.folder)
    const read = (path: string) => texts.get(path) ?? readText(join(root, path))
    const content = parseContent(listed, read, { unrendered: true, known: this.#content.parsed })
    const problems = checkContent(content)
    // Only of files that are not written may a problem be an old one.
    const before = problems.every(({ file }) => texts.has(file)) ? null : this.#problems()
    const faults = problems
      .filter((problem) => texts.has(problem.file) || !before?.has(toKey(problem)))
      .map((problem): Fault => {
        const { file, line = null, rule, severity } = problem
        return { file, line, says: toSentence(problem), rule, isError: severity === 'error', mark: null }
      })
    const found = { content, faults }
    this.#checked = { before: this.#content, given: JSON.stringify(files), found }
    return found
  }
}

/** What is on the desk after a file is opened, or something is done to one. */
function withEntry(again: Again | null, entry: Extract<Action, { do: 'open' }> | Amendment): Again {
  const { article, amendments } = again ?? { article: null, amendments: [] }
  if (entry.do !== 'open') return { article, at: null, amendments: [...amendments, entry] }
  // An article shows its quotes first; its form is opened from there.
  const isFirst = again === null && entry.file.startsWith('articles/')
  return isFirst ? { article: entry.file, at: null, amendments } : { article, at: entry.file, amendments }
}

/** A problem, wherever in its file it stands. */
function toKey({ file, rule, found, expected }: Problem): string {
  return [file, rule, found, expected].join('\n')
}

/** A change the other way round. */
function turned({ path, before, after }: ChangedFile): ChangedFile {
  return { path, before: after, after: before }
}
