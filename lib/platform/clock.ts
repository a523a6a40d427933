/** The time now; one place, so that tests and the demo can set it. */
let fixed: Date | null = null

export function now(): Date {
  return fixed ? new Date(fixed) : new Date()
}

/** Stops the clock at a moment; null lets it run again. For tests and for loading data with its own dates. */
export function setClock(moment: Date | null): void {
  fixed = moment
}
