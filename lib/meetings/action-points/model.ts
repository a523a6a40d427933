/** What somebody is to do after a meeting. */
export type ActionPointRow = {
  id: string
  text: string
  responsibleRole: string | null
  dueOn: string | null
  doneOn: string | null
  version: number
}

/** An action point with the meeting it came from. */
export type OpenActionPoint = ActionPointRow & {
  meeting: { id: string; title: string; body: string; heldOn: string | null }
  itemId: string
  itemTitle: string
}

export type DueState = 'done' | 'late' | 'open'

/** Whether the point is done, late or still in time on the given day; without a due day it is never late. */
export function dueStateOf({ dueOn, doneOn }: Pick<ActionPointRow, 'dueOn' | 'doneOn'>, today: string): DueState {
  if (doneOn !== null) return 'done'
  return dueOn !== null && dueOn < today ? 'late' : 'open'
}
