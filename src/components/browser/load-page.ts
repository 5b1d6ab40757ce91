import type { Citation } from '../../citations/citation.ts'

/** A page of this site as nodes. Of a document that is fetched like this the browser runs no script. */
export function loadPage(address: string): Promise<Document> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('GET', address)
    request.responseType = 'document'
    request.onload = () =>
      request.status === 200 && request.responseXML
        ? done(request.responseXML)
        : fail(new Error(`${address}: ${request.status}`))
    request.onerror = () => fail(new Error(`${address} cannot be reached.`))
    request.send()
  })
}

/** The citations that a page has; none where it has none. */
export function readCitations(page: Document = document): Citation[] {
  return JSON.parse(page.querySelector('.share script')?.textContent ?? '[]') as Citation[]
}
