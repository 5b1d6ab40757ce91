/**
 * Gives the reading of the content folder to Astro's collections. They are configured in a module that Astro loads by
 * itself; what both can see is Astro's configuration, in which this integration stands. Astro lets integrations call hooks
 * of each other's own making (docs: Integration API, "Custom hooks").
 */
import type { AstroConfig, AstroIntegration } from 'astro'
import type { RecordSource } from '../loaders/content-loader.ts'

declare global {
  namespace Astro {
    interface IntegrationHooks {
      'on-record:source': () => RecordSource
    }
  }
}

const hook = 'on-record:source'

export function recordSource(source: RecordSource): AstroIntegration {
  return { name: 'on-record:record-source', hooks: { [hook]: () => source } }
}

/** The source that stands in a configuration. */
export function sourceOf({ integrations }: Pick<AstroConfig, 'integrations'>): RecordSource {
  const give = integrations.flatMap(({ hooks }) => hooks[hook] ?? [])[0]
  if (!give) throw new Error('astro.config.mjs lacks the integration that gives the record.')
  return give()
}
