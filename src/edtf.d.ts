/** The parts of `edtf` this project uses; the package ships no types. Bounds are milliseconds since 1970, UTC. */
declare module 'edtf' {
  export interface EdtfValue {
    readonly type: 'Date' | 'Year' | 'Season' | 'Century' | 'Decade' | 'Interval' | 'List' | 'Set'
    readonly min: number
    readonly max: number
    /** Year, month (0 to 11), day, as far as given. */
    readonly values: number[]
    readonly lower?: EdtfValue | number | null
    readonly upper?: EdtfValue | number | null
    readonly uncertain?: { readonly value: number }
    readonly approximate?: { readonly value: number }
    readonly unspecified?: { readonly value: number }
    /** Whether a set goes on before its first member, or after its last. */
    readonly earlier?: boolean
    readonly later?: boolean
    toEDTF(): string
  }
  /** What the grammar makes of a text, as `{ type: 'Date', values: [2025, 7, 21] }`: plain data. */
  export interface EdtfShape extends Pick<EdtfValue, 'type'> {
    readonly values: readonly unknown[]
    readonly uncertain?: unknown
    readonly approximate?: unknown
  }
  /** Throws for a text that is no date. */
  export function parse(text: string): EdtfShape
  export default function edtf(text: string | EdtfShape): EdtfValue
}
