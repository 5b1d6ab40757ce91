/** The article as readers will see it: its sanitised nodes, made as elements. Links lead nowhere here. */
import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { ProseNode } from '../../markdown/nodes.ts'

export function Readers({ lang, title, nodes }: { lang: object; title: string; nodes: readonly ProseNode[] }) {
  const root = useRef<HTMLElement>(null)
  useEffect(() => root.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <article ref={root} class="readers" {...lang} aria-label="The article as readers see it">
      <h2>{title}</h2>
      {nodes.map(toElement)}
    </article>
  )
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
