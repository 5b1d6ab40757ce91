/** How a card is set: the elements that satori lays out, in the site's colours and type. */
import { colours as ours } from '../schema/colours.ts'
import type { DrawnLook } from '../views/site.ts'
import type { Card } from './cards.ts'
import { imageSize } from './choose.ts'
import { hasFromRight, setNamesApart, toOrdered, type Way, wayOf } from './direction.ts'
import { isDrawable, toDrawable } from './drawable.ts'

/** An element as satori takes it. */
export interface Box {
  type: string
  props: { style: { [property: string]: string | number }; children?: (Box | string)[] | string }
}

// As pages are by day.
const ourLook: DrawnLook = {
  colours: Object.fromEntries(Object.entries(ours).map(([name, { light }]) => [name, light])),
  fonts: { text: [], labels: [] },
}

/** Families of a story's own faces, by what they are for. */
export const ownFamilies = { text: 'Own Text', labels: 'Own Labels' } as const

/** Width of an opening quotation mark, in parts of the size of the type. */
const openingMark = 0.4

const families = {
  text: 'Newsreader, Newsreader Extended, Cyrillic, Greek, Devanagari, Thai, Arabic, Hebrew',
  labels: 'Instrument, Instrument Extended, Cyrillic, Greek, Devanagari, Thai, Arabic, Hebrew',
}

export function toLayout(card: Card): Box {
  const { colours, fonts } = card.look ?? ourLook
  const { paper = '', ink = '', soft = '', rule = '' } = colours
  const colour = colours[card.colour] ?? ink
  const familyOf = (use: keyof typeof fonts) =>
    fonts[use].length > 0 ? `${ownFamilies[use]}, ${families[use]}` : families[use]
  const [serif, sans] = [familyOf('text'), familyOf('labels')]
  const size = sizeOf(card)
  // Our own words are in the language of the story, which says how the whole is laid out; others run their own way.
  const frame = wayOf(card.label)
  const way = wayOf(card.words)
  // The opening mark hangs, so that the words stand on one edge.
  const hang = (way === 'rtl' ? /^[”“’‘«]/ : /^[“‘]/).test(card.words) ? Math.round(size * openingMark) : 0
  return box(
    {
      boxSizing: 'border-box',
      flexDirection: 'column',
      width: imageSize.width,
      height: imageSize.height,
      padding: '50px 70px 48px',
      background: paper,
      color: ink,
      fontFamily: serif,
      direction: frame,
    },
    box(
      { justifyContent: 'space-between', alignItems: 'baseline', paddingBottom: 16, borderBottom: `2px solid ${ink}` },
      [
        text(card.site, { fontSize: 36, fontWeight: 600, letterSpacing: '-0.02em', flexShrink: 0, maxWidth: 500 }),
        text(card.label, { fontFamily: sans, fontSize: 24, color: colour, fontWeight: 600 }),
      ],
    ),
    box(
      {
        flexDirection: 'column',
        justifyContent: 'center',
        flexGrow: 1,
        marginTop: 28,
        direction: way,
        [way === 'rtl' ? 'paddingRight' : 'paddingLeft']: 34 + hang,
        [way === 'rtl' ? 'borderRight' : 'borderLeft']:
          `7px ${card.colour === 'expected' ? 'dashed' : 'solid'} ${card.colour === 'plain' ? rule : colour}`,
      },
      [
        ...(card.introduction
          ? [text(card.introduction, { fontFamily: sans, fontSize: 27, color: soft, marginBottom: 14 }, frame)]
          : []),
        text(card.words, {
          fontSize: size,
          // These scripts, from Hebrew to Thai, set marks above and below their letters.
          lineHeight: /[\u0590-\u0e5b]/.test(card.words) ? 1.35 : 1.17,
          fontWeight: 500,
          letterSpacing: '-0.015em',
          textWrap: 'balance',
          textIndent: -hang,
        }),
      ],
    ),
    box({ flexDirection: 'column', marginTop: 28 }, [
      box({ alignItems: 'baseline' }, [
        ...(card.who ? [text(card.who, { fontSize: 38, fontWeight: 600, flexShrink: 0, maxWidth: 720 })] : []),
        ...(card.role
          ? [
              text(card.role, {
                fontFamily: sans,
                fontSize: 26,
                color: soft,
                [frame === 'rtl' ? 'marginRight' : 'marginLeft']: 20,
              }),
            ]
          : []),
      ]),
      text(card.source, { fontFamily: sans, fontSize: 26, color: soft, marginTop: 6 }, frame),
    ]),
  )
}

/** Large where the words are few; what is no speech is smaller than speech. */
function sizeOf({ words, isSpeech, introduction }: Card): number {
  const long = [60, 90, 130, 180, 230].findIndex((length) => words.length <= length)
  const size = [84, 70, 58, 51, 45][long] ?? 40
  return isSpeech || !introduction ? size : Math.min(Math.round(size * 0.84), 58)
}

/** A text; nothing of one that the fonts do not have, which only the site's own card can hold. A sentence of ours runs its own way. */
function text(content: string, style: Box['props']['style'], sentence?: Way): Box {
  const drawable = isDrawable(content) ? toDrawable(content) : ''
  const direction = sentence ?? wayOf(drawable)
  // The spaces of the sans are narrow beside a dot.
  const spaced = drawable.replaceAll(' · ', '\u00a0 ·\u00a0 ')
  const ordered = toOrdered(sentence ? setNamesApart(spaced, direction) : spaced, direction)
  // Letters that are joined keep their places; their type is made for higher lines than the others have.
  const joined = hasFromRight(drawable) && { lineHeight: style.lineHeight ?? 1.2, letterSpacing: 0 }
  const children = ordered.replace(/\p{Script=Thai}+/gu, toBreakable)
  return { type: 'div', props: { style: { direction, ...style, ...joined }, children } }
}

const thai = new Intl.Segmenter('th', { granularity: 'word' })

/** Thai has no spaces between its words, where a line may break. */
function toBreakable(run: string): string {
  return Array.from(thai.segment(run), ({ segment }) => segment).join('\u200b')
}

function box(style: Box['props']['style'], ...children: (Box | Box[])[]): Box {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children: children.flat() } }
}
