/** Asks the database as the owner of the tables. */
export type Query = <Found extends object>(text: string, values: readonly unknown[]) => Promise<Found[]>

export type Toured = {
  made: [name: string, times: { shown: number; missing: number; ledOn: number }][]
  faults: [kind: string, fault: { times: number; first: string; what: string }][]
  totals: Record<string, number>
  /** Projects that came through, by shape */
  shapes: Record<string, number>
}

export type Tour = (asked: { from: number; count: number; query: Query }) => Promise<Toured>
