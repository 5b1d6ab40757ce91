/** What a cell of a table was before it was kept from being run: the inverse that the documentation of the tables gives. */
export const undoFormula = (cell: string): string =>
  /^'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(cell) ? cell.slice(1) : cell
