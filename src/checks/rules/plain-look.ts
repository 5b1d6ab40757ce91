import type { Finding, Rule } from '../rule.ts'
import { toPlace } from '../texts.ts'

export const plainLook: Rule = {
  id: 'plain-look',
  severity: 'error',
  what: 'A file in `look/` is what the end of its name says. A drawing holds no script, nothing that moves and nothing from elsewhere; a style sheet loads files of its own folder alone.',
  why: 'Whoever opens a drawing would run what is in it, and a reader would be known to another server, or a file from outside the folder be published.',
  example: {
    wrong: { 'look/crest.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>\n' },
    right: { 'look/crest.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>\n' },
  },
  check: ({ look }, report) => {
    for (const [file, text] of look) {
      const ending = file.slice(file.lastIndexOf('.') + 1)
      const head = heads[ending]
      if (head && !head.test(text))
        report({ file, found: `something that is no \`.${ending}\``, expected: `a file of that kind` })
      else if (ending === 'svg') reportFirst(drawing, file, text, report)
      else if (ending === 'css') reportFirst(styles, file, toRead(text), report)
    }
  },
}

/** How files begin, by the ends of their names. */
const heads: { [ending: string]: RegExp } = {
  svg: /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^[>]*>\s*)*<svg[\s>]/i,
  png: /^.PNG/,
  woff: /^wOFF/,
  woff2: /^wOF2/,
  ttf: /^(?:\0[^\0]\0\0|true|OTTO)/,
  otf: /^(?:\0[^\0]\0\0|OTTO)/,
}

type Refused = readonly (readonly [form: RegExp, expected: string])[]

/** From elsewhere, or from outside the folder: in style sheets, and in those of drawings. */
const styles: Refused = [
  [/(?:https?|ftp|file|blob):[^\s"')]*|[/\\]{2}[^\s"')]*/i, 'a file in `look/`'],
  [/\.\.[/\\][^\s"')]*/, 'a file in `look/`'],
  [/(?:url\(|@import|image-set\()\s*["']?\s*[/\\][^\s"')]*/i, 'a file in `look/`, as `./stripes.svg`'],
]

/** What may run, and what may be loaded: a drawing leads to its own parts and holds its pictures. */
const drawing: Refused = [
  [
    /<(?:[\w-]+:)?(?:script|foreignObject|iframe|a|set|animate\w*|handler|listener|link)\b/i,
    'a drawing that stands still',
  ],
  [/[\s"'/]on[a-z]+\s*=/i, 'no handler'],
  [/<!ENTITY|<!DOCTYPE[^>]*\[|<\?xml-stylesheet/i, 'no entities and no style sheet'],
  [/javascript:/i, 'no script'],
  [
    /\b(?:href|src)\s*=\s*(?!["']\s*(?:#|data:image\/(?:png|jpeg|webp|gif)[;,]))["']?[^\s"'>]*/i,
    'a part of the drawing, as `#shield`, or a picture in it',
  ],
  [/@import[^;]*/i, 'nothing from elsewhere'],
  [/(?:url|image-set|src)\(\s*(?!["']?\s*#)(?!["']?\s*data:image\/)[^)]*/i, 'a part of the drawing, as `url(#shield)`'],
  // In style, letters may be written by their numbers.
  [/style[^<]*\\[0-9a-f]/i, 'letters as they are'],
]

function reportFirst(refused: Refused, file: string, text: string, report: (finding: Finding) => void): void {
  for (const [form, expected] of refused) {
    const found = form.exec(text)
    if (!found) continue
    const words = found[0].trim().slice(0, 60)
    report({ file, ...toPlace({ file, text, linesBefore: 0 }, found.index), found: `\`${words}\``, expected })
  }
}

/** A style sheet as a browser reads it: without comments and pictures that stand in it, letters that are given by numbers as letters. */
function toRead(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, digits: string) => {
      const code = Number.parseInt(digits, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
    })
    .replace(/data:image\/[\w+.-]+[;,][^\s"')]*/gi, (picture) => ' '.repeat(picture.length))
}
