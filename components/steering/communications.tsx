import type { ReactNode } from 'react'
import type { Board } from '@/components/steering/model'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { isSafeAddress } from '@/components/ui/table-html'
import { itemKindLabels } from '@/lib/communications/labels'
import { type CommunicationItemKind, communicationItemKinds } from '@/lib/communications/model'
import type { SnapshotCommunication } from '@/lib/rounds/snapshot/model'
import { formatDate } from '@/lib/values/format'

/** The plan's rows and what was done. */
export function Communications({ t, body }: Board) {
  const rows = body.communications
  const responsible = [...new Set(rows.flatMap((row) => row.responsibleRole ?? []))].join(', ')
  return (
    <Section
      id="communications"
      title={t('steering.communications.title')}
      intro={responsible ? t('steering.communications.responsible', { role: responsible }) : undefined}
    >
      <DataTable
        caption={t('steering.communications.title')}
        hideCaption
        columns={[
          { key: 'topic', header: t('steering.communications.topic') },
          ...communicationItemKinds.map((kind) => ({ key: kind, header: t(itemKindLabels[kind]) })),
          { key: 'channels', header: t('steering.communications.channels') },
          { key: 'state', header: t('steering.communications.state') },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            { text: row.topic, note: [row.audience, row.aim].filter(Boolean).join('. ') || undefined },
            ...communicationItemKinds.map((kind) => items(t, row, kind)),
            row.channels.join(', '),
            [row.statusText, row.dateAsWritten].filter(Boolean).join(', '),
          ],
        }))}
        empty={<p>{t('steering.communications.none')}</p>}
      />
    </Section>
  )
}

/** What was or will be done; with its day and address where they are known. */
function items(t: Board['t'], row: SnapshotCommunication, kind: CommunicationItemKind): ReactNode {
  const found = row.items.filter((item) => item.kind === kind)
  const text = ({ text, happenedOn }: (typeof found)[number]) =>
    happenedOn === null ? text : `${text} (${formatDate(happenedOn, t.locale)})`
  if (found.every(({ url }) => url === null)) return found.map(text).join('; ')
  return (
    <ul>
      {found.map((item) => (
        <li key={item.id}>{item.url && isSafeAddress(item.url) ? <a href={item.url}>{text(item)}</a> : text(item)}</li>
      ))}
    </ul>
  )
}
