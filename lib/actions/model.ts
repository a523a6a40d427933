export const actionOrigins = ['plan', 'report'] as const
export type ActionOrigin = (typeof actionOrigins)[number]

/** State as the house knows it; the source's own words stay beside it. */
export const actionStates = [
  'planned',
  'in_preparation',
  'started',
  'in_progress',
  'in_use',
  'done',
  'ended',
  'suspended',
  'not_extended',
  'not_reported',
] as const
export type ActionState = (typeof actionStates)[number]

/** toimenpide. Numbers skip, repeat, restart or are absent; `noAsWritten` is what the source prints. */
export type ActionRow = {
  id: string
  workPackageId: string
  sourceId: string | null
  origin: ActionOrigin
  no: number | null
  noAsWritten: string | null
  section: string | null
  title: string
  state: ActionState | null
  statusText: string | null
  statusAsWritten: string | null
  planned: string | null
  started: string | null
  done: string | null
  flag: string | null
  facts: { id: string; text: string }[]
}
