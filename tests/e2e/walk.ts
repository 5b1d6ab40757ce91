/**
 * A reader without JavaScript, on the narrowest screen, who follows every link from the front page.
 *
 * Each page is put in the place of the one before, in one document: to go there costs the browser twice as much.
 */
import type { Page } from 'playwright-core'
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
  /** Where each link leads. */
  links: string[]
  ids: string[]
  /** The words outside the copy of an article, generated ones included, a line for each block. */
  text: string
  /** What stands in each `<q>`. */
  q: string[]
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
    // A script that puts a page in its place would break the policy, which has a test of its own.
    bypassCSP: true,
    viewport: { width: 320, height: 640 },
    reducedMotion: 'reduce',
  })
  const start = new URL(site.address(''))
  const visits = new Map<string, Visit>()
  const from = new Map<string, string>()
  await page.goto(start.href)
  const queue = [start.pathname, ...seeds.map((seed) => new URL(site.address(seed)).pathname)]
  for (const path of queue) {
    if (visits.has(path)) continue
    const isFile = /\.[a-z0-9]+$/i.test(path) && !path.endsWith('.html')
    if (isFile) {
      const response = await context.request.get(start.origin + path)
      const type = response.headers()['content-type'] ?? ''
      visits.set(path, { path, status: response.status(), type, look: nothing })
      continue
    }
    const answer = await put(page, path)
    const look = await page.evaluate(lookAround)
    visits.set(path, { path, ...answer, look })
    for (const href of look.links) {
      const url = new URL(href)
      if (url.origin !== start.origin || from.has(url.pathname)) continue
      from.set(url.pathname, path)
      queue.push(url.pathname)
    }
  }
  await context.close()
  return { visits, from, faults }
}

/** Puts a page in the place of the one that is shown, with its style sheets and fonts. */
async function put(page: Page, path: string): Promise<{ status: number; type: string }> {
  const answer = await page.evaluate(async (address) => {
    const response = await fetch(address)
    const made = new DOMParser().parseFromString(await response.text(), 'text/html')
    history.replaceState(null, '', address)
    document.replaceChild(document.adoptNode(made.documentElement), document.documentElement)
    return { status: response.status, type: response.headers.get('content-type') ?? '' }
  }, path)
  // Without JavaScript a page tells nothing of what has come: it is asked, for as long as it would be waited for.
  const isStyled = () =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(({ sheet }) => sheet)
  const until = performance.now() + 30_000
  while (!(await page.evaluate(isStyled)))
    if (performance.now() > until) throw new Error(`A style sheet of ${path} does not come.`)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return answer
}

const nothing: Look = {
  title: '',
  description: '',
  links: [],
  ids: [],
  text: '',
  q: [],
  wide: [],
  tiny: [],
  headings: [],
}

/** Runs in the page, so it stands alone. */
function lookAround(): Look {
  const isBlock = (element: Element) => !/^(inline|contents|ruby)/.test(getComputedStyle(element).display)
  const generated = (element: Element, which: '::before' | '::after') => {
    const style = getComputedStyle(element, which)
    const { content } = style
    if (content === 'none' || content === 'normal') return ''
    // `open-quote` prints nothing where the style takes all marks away.
    if (/^(open|close)-quote$/.test(content) && style.quotes === 'none') return ''
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
      hasText && Number.parseFloat(getComputedStyle(element).fontSize) * scale(element) < 11.95 && !isClipped(element)
    )
  })
  const overflow =
    document.documentElement.scrollWidth > width ? [`the page: ${document.documentElement.scrollWidth} px`] : []
  return {
    title: document.title,
    description: document.querySelector<HTMLMetaElement>('meta[name=description]')?.content ?? '',
    // In a drawing, `href` is no text.
    links: [...document.querySelectorAll('a[href]')].map(
      (link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href,
    ),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    text: read(document.body),
    q: [...document.querySelectorAll('q')].filter((q) => !q.closest('[data-copy]')).map((q) => q.textContent ?? ''),
    wide: [...overflow, ...wide.map(name)],
    tiny: tiny.map(name),
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent ?? ''),
  }
}
