/** Listens for single keys and their buttons; what they do is loaded when the first of them is pressed. */
for (const name of ['keydown', 'click'])
  addEventListener(name, (event) => {
    const { ctrlKey, key, metaKey } = event as KeyboardEvent
    if (
      key ? !ctrlKey && !metaKey && /^[?djk]$/.test(key) : (event.target as Element).matches('[data-keep],[data-keys]')
    )
      import('./keys.ts').then(({ act }) => act(event))
  })

export {}
