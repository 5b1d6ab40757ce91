/** Gives a quote another name wherever a file names it: in links and in front matter. */

/** `from` and `to` are `speaker/fragment`. */
export function renameQuote(text: string, from: string, to: string): string {
  const [speaker = '', fragment = ''] = from.split('/')
  const [newSpeaker = '', newFragment = ''] = to.split('/')
  const end = '(?![a-z0-9-])'
  const inLinks = new RegExp(`(speakers/)${speaker}(\\.md#)${fragment}${end}`, 'g')
  const inFields = new RegExp(`(?<![a-z0-9-])${speaker}#${fragment}${end}`, 'g')
  return text.replace(inLinks, `$1${newSpeaker}$2${newFragment}`).replace(inFields, `${newSpeaker}#${newFragment}`)
}
