/** Somebody else, or the viewer in another tab, who has the report open for writing. */
export type Present = {
  name: string
  /** The viewer's own other tab */
  self: boolean
  /** The field being written; null when none is */
  path: string | null
}

/** A field that has been saved since the viewer's page knew it. */
export type NewerField = {
  path: string
  text: string
  version: number
  confirmed: boolean
  undo: string | null
  by: string | null
  at: string
}

/** Rows older than this do not count: the tab is gone or asleep. A tab tells of itself every four seconds. */
export const presentSeconds = 15
