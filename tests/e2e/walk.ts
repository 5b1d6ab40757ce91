/** A reader without JavaScript, on the narrowest screen, who follows every link from the front page. */
import type { OpenSite } from './open-site.ts'

export interface Visit {
  /** Path with its base, without query and fragment. */
  path: string
  status: number
  type: string
  look: Look
}

/** What there is to see on a page. */
interface Look {
  title: string
  description: string
  links: { href: string; text: string }[]
  ids: string[]
  /** The words outside the copy of an article, generated ones included, a line for each block. */
  text: string
  /** What stands in each `<q>`. */
  q: string[]
  /** The words of the article's copy, null on other pages. */
  copy: string | null
  /** What is wider than the screen. */
  wide: string[]
  /** Text that is set smaller than 12 px. */
  tiny: string[]
  headings: string[]
}

export interface Walk {
  visits: Map<string, Visit>
  /** Where each link to a path was first seen. */
  from: Map<string, string>
  faults: string[]
}

/** Walks the whole site, starting at the front page and at `seeds` that no link leads to. */
export async function walk(site: OpenSite, seeds: string[] = []): Promise<Walk> {
  const { page, context, faults } = await site.open({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
    reducedMotion: 'reduce',
  })
  const start = new URL(site.address(''))
  const visits = new Map<string, Visit>()
  const from = new Map<string, string>()
  const queue = [start.pathname, ...seeds.map((seed) => new URL(site.address(seed)).pathname)]
  for (const path of queue) {
    if (visits.has(path)) continue
    const address = start.origin + path
    const isFile = /\.[a-z0-9]+$/i.test(path) && !path.endsWith('.html')
    if (isFile) {
      const response = await context.request.get(address)
      visits.set(path, {
        path,
        status: response.status(),
        type: response.headers()['content-type'] ?? '',
        look: nothing,
      })
      continue
    }
    const response = await page.goto(address, { waitUntil: 'load' })
    const look = await page.evaluate(lookAround)
    visits.set(path, {
      path,
      status: response?.status() ?? 0,
      type: response?.headers()['content-type'] ?? '',
      look,
    })
    for (const { href } of look.links) {
      const url = new URL(href)
      if (url.origin !== start.origin || from.has(url.pathname)) continue
      from.set(url.pathname, path)
      queue.push(url.pathname)
    }
  }
  await context.close()
  return { visits, from, faults }
}

const nothing: Look = {
  title: '',
  description: '',
  links: [],
  ids: [],
  text: '',
  q: [],
  copy: null,
  wide: [],
  tiny: [],
  headings: [],
}

/** Runs in the page, so it stands alone. */
function lookAround(): Look {
  const isBlock = (element: Element) => !/^(inline|contents|ruby)/.test(getComputedStyle(element).display)
  const generated = (element: Element, which: '::before' | '::after') => {
    const { content, quotes } = getComputedStyle(element, which)
    // `open-quote` prints nothing where the style takes all marks away.
    if (quotes === 'none' && /^(open|close)-quote$/.test(content)) return ''
    if (content === 'open-quote') return '“'
    if (content === 'close-quote') return '”'
    return [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1')).join('')
  }
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data
    if (!(node instanceof Element) || node.matches('script, style, template, [data-copy]')) return ''
    if (node instanceof HTMLBRElement) return '\n'
    const text = generated(node, '::before') + [...node.childNodes].map(read).join('') + generated(node, '::after')
    return isBlock(node) || node instanceof HTMLTableCellElement ? `\n${text}\n` : text
  }
  const name = (element: Element) => {
    const classes = [...element.classList].map((one) => `.${one}`).join('')
    return `${element.localName}${element.id ? `#${element.id}` : ''}${classes} “${(element.textContent ?? '').trim().slice(0, 40)}”`
  }
  const elements = [...document.body.querySelectorAll('*')]
  const shown = elements.filter((element) => element.checkVisibility({ visibilityProperty: true }))
  const mayScroll = (element: Element | null): boolean =>
    element !== null &&
    element !== document.body &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || mayScroll(element.parentElement))
  // What only a screen reader finds is clipped to nothing.
  const isClipped = (element: Element | null): boolean =>
    element !== null &&
    ((element.clientWidth <= 1 && getComputedStyle(element).overflow === 'hidden') ||
      /inset\(50%\)/.test(getComputedStyle(element).clipPath) ||
      isClipped(element.parentElement))
  const width = document.documentElement.clientWidth
  const wide = shown.filter((element) => {
    const box = element.getBoundingClientRect()
    return box.width > 0 && box.right > width + 1 && !mayScroll(element) && !isClipped(element)
  })
  const scale = (element: Element) => (element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1)
  const tiny = shown.filter((element) => {
    const hasText = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')
    return (
      hasText && !isClipped(element) && Number.parseFloat(getComputedStyle(element).fontSize) * scale(element) < 11.95
    )
  })
  const copies = [...document.querySelectorAll('[data-copy]')]
  const overflow =
    document.documentElement.scrollWidth > width ? [`the page: ${document.documentElement.scrollWidth} px`] : []
  return {
    title: document.title,
    description: document.querySelector<HTMLMetaElement>('meta[name=description]')?.content ?? '',
    // In a drawing, `href` is no text.
    links: [...document.querySelectorAll('a[href]')].map((link) => ({
      href: new URL(link.getAttribute('href') ?? '', document.baseURI).href,
      text: (link.textContent ?? '').trim(),
    })),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    text: read(document.body),
    q: [...document.querySelectorAll('q')].filter((q) => !q.closest('[data-copy]')).map((q) => q.textContent ?? ''),
    copy: copies.length === 0 ? null : copies.map((copy) => (copy as HTMLElement).textContent).join('\n'),
    wide: [...overflow, ...wide.map(name)],
    tiny: tiny.map(name),
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent ?? ''),
  }
}
