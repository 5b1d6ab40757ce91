/** How long each stage of a build takes: `TIMINGS=timings.json npm run build` writes it. */
import type { AstroIntegration } from 'astro'

/** Notes when each hook of an integration began and how long it took, on the timeline of the process. */
export function timed(integration: AstroIntegration): AstroIntegration {
  const hooks = Object.entries(integration.hooks).map(([hook, run]) => [
    hook,
    async (options: unknown) => {
      const start = performance.now()
      try {
        return await (run as (options: unknown) => unknown)(options)
      } finally {
        performance.measure(`${integration.name} ${hook}`, { start })
      }
    },
  ])
  return { ...integration, hooks: Object.fromEntries(hooks) as AstroIntegration['hooks'] }
}
