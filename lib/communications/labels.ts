import type { CommunicationItemKind } from '@/lib/communications/model'

export const itemKindLabels: Record<CommunicationItemKind, string> = {
  what: 'communications.item.what',
  done: 'communications.item.done',
  planned: 'communications.item.planned',
}
