/** A project as the county's list of projects has it. */
export type MadeRow = {
  id: string
  key: string
  name: string
  programme: string
  periods: { key: string; state: 'planned' | 'open' | 'published' }[]
  /** Reporting units */
  units: number
}
