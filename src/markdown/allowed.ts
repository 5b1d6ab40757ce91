/** What may reach a page: the last word on all HTML that is made from Markdown. */
import type { Options } from 'rehype-sanitize'

/** The elements CommonMark makes, and the classes and attributes of our own renderers. */
export const allowed: Options = {
  tagNames: ['a', 'blockquote', 'br', 'code', 'em', 'h2', 'hr', 'li', 'ol', 'p', 'pre', 'q', 'strong', 'ul'],
  attributes: {
    a: [
      'href',
      'dataLink',
      ['className', 'said', 'direct', 'mixed', 'indirect', 'happened', 'expected', 'named'],
      ['rel', 'external', 'noopener'],
    ],
    ol: ['start'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: { li: ['ol', 'ul'] },
  strip: ['script', 'style'],
  allowComments: false,
  allowDoctypes: false,
}
