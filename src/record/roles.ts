import type { Role, When } from './types.ts'

const dayLength = 86_400_000

/** The role that was certainly held all through a date, the latest begun if there are several; null where none is certain. */
export function roleOn(roles: readonly Role[], date: When): string | null {
  let held: Role | null = null
  for (const role of roles) {
    if (!isHeld(role, date)) continue
    if (!held || (role.from?.earliest ?? -Infinity) > (held.from?.earliest ?? -Infinity)) held = role
  }
  return held?.title ?? null
}

/** A vague bound counts from its last day when it begins a role, and from its first when it ends one. */
function isHeld({ from, to }: Role, date: When): boolean {
  const begun = !from || from.latest - dayLength < date.earliest
  const lasting = !to || to.earliest + dayLength > date.latest
  return begun && lasting
}
