/** What one run of the schedule did. */
export type DueWork = {
  /** Periods that were opened because their day has come */
  opened: number
  /** Pieces of news about deadlines, counted per person */
  told: number
  /** Mails written */
  composed: number
  /** Pieces of news that go into no mail: not wanted, no longer true or no longer the person's to see */
  skipped: number
  sent: number
  /** Mails given up; the administrator sees them */
  failed: number
  /** Mails in the queue afterwards */
  waiting: number
  /** Rows whose purpose has passed */
  forgotten: number
  /** Parts that broke; they are tried again the next time, and the log says more */
  broken: string[]
}

export const nothingDone: DueWork = {
  opened: 0,
  told: 0,
  composed: 0,
  skipped: 0,
  sent: 0,
  failed: 0,
  waiting: 0,
  forgotten: 0,
  broken: [],
}
