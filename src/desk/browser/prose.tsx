/** The article as readers will see it: its sanitised nodes, made as elements. Links lead nowhere here. */
import type { VNode } from 'preact'
import type { ProseNode } from '../../markdown/nodes.ts'

export function Prose({ nodes }: { nodes: readonly ProseNode[] }) {
  return <>{nodes.map(toElement)}</>
}

function toElement(node: ProseNode, index: number): VNode | string {
  if (typeof node === 'string') return node
  const { class: name, lang, dir } = node.attributes as { [attribute: string]: string | undefined }
  const Tag = (node.tag === 'a' ? 'span' : node.tag) as 'span'
  const classes = node.tag === 'a' ? `link ${name ?? ''}`.trim() : name
  return (
    <Tag key={index} class={classes} lang={lang} dir={dir as 'rtl' | undefined}>
      {node.children.map(toElement)}
    </Tag>
  )
}
