/** What builds keep is theirs alone: the type check reads the content as well, and Astro stores what it has read. */
import type { AstroIntegration } from 'astro'

/** Has that stored beside the folder of builds; what else stands there than the last build left is damage to the next. */
export function storeApart(): AstroIntegration {
  return {
    name: 'on-record:store-apart',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') updateConfig({ cacheDir: new URL('../read/', config.cacheDir) })
      },
    },
  }
}
