/** Names of days and months. */
export const weekdays: readonly string[] = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
export const months: readonly string[] =
  'january february march april may june july august september october november december'.split(' ')
