/** The folders of a record, each of one noun. */
export const folders = [
  'articles',
  'corrections',
  'events',
  'outlets',
  'pages',
  'places',
  'quotes',
  'speakers',
  'topics',
] as const
