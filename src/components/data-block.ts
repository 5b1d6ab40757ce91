/** JSON as a data block of a page: what could end the element is escaped, and so are the line ends that scripts know and JSON does not. */
export function toDataBlock(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
