/** Whether two addresses lead to one article. */

/** Names of what is added to an address to count readers. */
const counting = /^(?:utm_.*|fbclid|gclid|msclkid|mc_[ce]id)$/i

/** The same text for addresses that lead to the same words; what is no address stays as it is. */
export function toPlainAddress(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  for (const name of new Set(url.searchParams.keys())) if (counting.test(name)) url.searchParams.delete(name)
  const host = url.host.replace(/^www\./, '')
  // A fragment of text only says where to scroll to (WICG, "URL Fragment Text Directives").
  const part = url.hash.replace(/:~:.*$/, '').replace(/^#$/, '')
  return `${host}${url.pathname.replace(/\/+$/, '')}${url.search}${part}`
}

/** The one of some articles that an address leads to. */
export function findByAddress<Article extends { address: string }>(
  articles: readonly Article[],
  address: string,
): Article | undefined {
  const plain = toPlainAddress(address)
  return articles.find((article) => toPlainAddress(article.address) === plain)
}
