/** Path of the site, with a slash at either end, as its pages say it. */
export const base = document.querySelector<HTMLElement>('[data-base]')?.dataset['base'] ?? '/'
