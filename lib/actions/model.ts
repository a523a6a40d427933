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

/**
 * States after which nothing more is told of an action: nobody needs to confirm them again. What is suspended may go on,
 * so it is asked about each time.
 */
const finished: readonly ActionState[] = ['done', 'ended', 'not_extended']

/** Whether a state, as stored, ends the action. */
export function isFinished(state: string | null | undefined): boolean {
  return finished.some((one) => one === state)
}

/** `1. Ohjeet`, `a. Ohjeet`; a number that brings its own sign, such as `4)`, stays as it is. */
export function numberedTitle({ title, no, noAsWritten }: Pick<ActionRow, 'title' | 'no' | 'noAsWritten'>): string {
  const number = noAsWritten?.trim() || no
  if (number === null) return title
  return `${/[\p{L}\d]$/u.test(String(number)) ? `${number}.` : number} ${title}`
}
