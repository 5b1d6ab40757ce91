/** Raw HTML is shown, not dropped, as is the description of an image: an editor sees what does not work. */
import type { Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Found } from './reading.ts'

declare module 'vfile' {
  interface DataMap {
    /** What was made text, with its place in the body. */
    rawHtml: Found[]
    images: Found[]
  }
}

/** The plugin: leaves in `file.data` what it has made text. */
export function remarkHtmlAsText() {
  return (tree: Root, file: VFile): void => {
    const { rawHtml, images } = Object.assign(file.data, { rawHtml: [] as Found[], images: [] as Found[] })
    visit(tree, (node, index, parent) => {
      const isHtml = node.type === 'html'
      if (!parent || index === undefined || (!isHtml && node.type !== 'image' && node.type !== 'imageReference')) return
      const { position } = node
      const text: Text = { type: 'text', value: isHtml ? node.value : (node.alt ?? ''), position }
      const { line = 1, column = 1 } = position?.start ?? {}
      const list = isHtml ? rawHtml : images
      list.push({ text: text.value, at: { line, column } })
      const isFlow = isHtml && /^(?:root|listItem|blockquote)$/.test(parent.type)
      parent.children[index] = isFlow ? { type: 'paragraph', children: [text], position } : text
    })
  }
}
