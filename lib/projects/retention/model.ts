/** How long a project's material is kept. Days as 2032-12-31; null in `programme`: the programme tells none. */
export type Retention = { programme: string | null; own: string | null; reason: string | null }

/** The day until which the material is kept at least: the project's own, else the programme's. Null: nobody has told. */
export function keptUntil({ programme, own }: Pick<Retention, 'programme' | 'own'>): string | null {
  return own ?? programme
}

/** A project's own day may lengthen the programme's time, never shorten it. */
export function isTooEarly(day: string, programme: string | null): boolean {
  return programme !== null && day < programme
}
