/** How pages are validated: everything that html-validate recommends, and what it leaves off by default. */
import type { ConfigData } from 'html-validate'

export const htmlRules: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // A heading is as long as what was said or done.
    'long-title': 'off',
    // The site's own files come from the host that the page comes from.
    'require-sri': ['error', { target: 'crossorigin' }],
    // Both forms are HTML, and Astro writes one or the other.
    'void-style': 'off',
    // The name of an event may begin with its year, and HTML allows that.
    'valid-id': ['error', { relaxed: true }],
    // A table that is laid out as a list on a phone loses its roles in some browsers, and is given them back.
    'no-redundant-role': 'off',
    // Of a choice of several each box has the same name (HTML Standard, "Constructing the entry list").
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
  },
}
