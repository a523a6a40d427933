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
  items: { id: string; kind: CommunicationItemKind; text: string }[]
}

/** Texts of one kind, in their order. */
export function textsOf({ items }: Pick<CommunicationEntry, 'items'>, kind: CommunicationItemKind): string[] {
  return items.filter((item) => item.kind === kind).map((item) => item.text)
}
