/** A meeting as readers may know it: no names, and nothing that is not checked, but what the meeting is asked. */
export type SnapshotMeeting = {
  id: string
  body: string
  title: string
  heldOn: string | null
  dateAsWritten: string | null
  state: 'draft' | 'checked' | 'approved'
  /** Whether it is the meeting that handles this period's review */
  handles: boolean
  items: SnapshotAgendaItem[]
}

export type SnapshotAgendaItem = {
  id: string
  number: number | null
  year: number | null
  title: string
  /** What is asked of the meeting */
  proposal: string | null
  workPackageId: string | null
  planChangeId: string | null
  decisions: {
    id: string
    text: string
    decidedOn: string | null
    decidedAsWritten: string | null
    concerns: { kind: SnapshotConcern; id: string }[]
  }[]
}

export type SnapshotConcern = 'work_package' | 'toimintamalli' | 'investment' | 'purchase' | 'plan_change' | 'section'
