export const linkKinds = ['predecessor', 'successor', 'sister', 'steering', 'other'] as const
export type LinkKind = (typeof linkKinds)[number]

/** Another project this one belongs with. `projectKey` when it is of the same house and the viewer may see it. */
export type LinkRow = {
  id: string
  kind: LinkKind
  name: string
  url: string | null
  projectKey: string | null
  note: string | null
}

/** The mark of how far a linked project is told to be: another one when that has changed. */
export function linkStateMark({ stateText, stateOn }: { stateText: string | null; stateOn: string | null }): string {
  return JSON.stringify([stateText, stateOn])
}
