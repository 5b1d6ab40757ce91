/** A sentence that says what is missing and what to do; null when nothing is. */
export function findMissingPackages(project: string): string | null
export function findMissingNode(project: string, version: string): string | null
/** Path of the Node that npm has installed for this system. */
export function findNode(project: string): string | null
