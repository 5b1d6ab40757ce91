/** Waits for words to be selected in a copy; what can be done with them is loaded then. */
const load = () => import('./select.ts')

const wake = (): void => {
  const selection = getSelection()
  if (selection?.isCollapsed !== false || !selection.anchorNode?.parentElement?.closest('[data-copy]')) return
  document.removeEventListener('selectionchange', wake)
  void load()
}
document.addEventListener('selectionchange', wake)

for (const link of document.querySelectorAll('.row > .block'))
  link.addEventListener('click', async () => {
    const block = link.parentElement?.querySelector<HTMLElement>('[data-copy]')
    if (block) (await load()).selectBlock(block)
  })
