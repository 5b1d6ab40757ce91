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
