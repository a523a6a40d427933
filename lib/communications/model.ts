export const communicationItemKinds = ['what', 'done', 'planned'] as const
export type CommunicationItemKind = (typeof communicationItemKinds)[number]

/** One row of the communication plan and its log. */
export type CommunicationEntry = {
  id: string
  periodId: string | null
  no: number | null
  topic: string
  audience: string | null
  statusText: string | null
  responsibleRole: string | null
  channels: string[]
  dateAsWritten: string | null
  dateCode: string | null
  /** What the row is to bring about */
  aim: string | null
  version: number
  items: CommunicationItemRow[]
}

export type CommunicationItemRow = {
  id: string
  kind: CommunicationItemKind
  text: string
  periodId: string | null
  happenedOn: string | null
  url: string | null
}

/** Texts of one kind, in their order. */
export function textsOf(
  { items }: { items: readonly Pick<CommunicationItemRow, 'kind' | 'text'>[] },
  kind: CommunicationItemKind,
): string[] {
  return items.filter((item) => item.kind === kind).map((item) => item.text)
}
