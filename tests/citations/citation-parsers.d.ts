/** What the tests use of parsers that bring no types. */
declare module '@citation-js/core' {
  interface CslLike {
    id: string
    author?: { literal?: string; family?: string }[]
    type: string
    title?: string
    'container-title'?: string
    publisher?: string
    note?: string
    URL?: string
    language?: string
    source?: string
    issued?: { 'date-parts': [number[]] }
  }
  const core: {
    Cite: new (items: object[]) => { format(as: string, options: { template: string; lang: string }): string }
    plugins: { input: { chain(text: string, options: { forceType: string; generateGraph: boolean }): CslLike[] } }
  }
  export default core
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-csl'
declare module '@citation-js/plugin-ris'
