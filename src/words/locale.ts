/** A language as `Intl` takes it: our digits, and the calendar in which a record has its days. */
export function toLocale(language: string): string {
  return `${language}-u-ca-gregory-nu-latn`
}
