import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { TagTone } from '@/components/ui/tag'
import type { Words } from '@/lib/platform/words'
import { listAddress } from '@/lib/retention/addresses'
import { listStateLabels } from '@/lib/retention/labels'
import type { ListHeader, ListState } from '@/lib/retention/model'
import { formatDateTime, formatNumber } from '@/lib/values/format'

export const listTones: Record<ListState, TagTone> = {
  prepared: 'warning',
  withdrawn: 'neutral',
  refused: 'neutral',
  approved: 'warning',
  carried_out: 'good',
}

/** The lists of the county, and with them the records of what was destroyed. */
export function ListTable({ t, lists }: { t: Words; lists: readonly ListHeader[] }) {
  const own = (name: string, values?: Record<string, string>) => t(`retention.lists.${name}`, values)
  return (
    <DataTable
      caption={own('caption')}
      hideCaption
      columns={[
        { key: 'year', header: own('year') },
        { key: 'state', header: own('state') },
        { key: 'prepared', header: own('prepared') },
        { key: 'lines', header: own('lines'), numeric: true },
      ]}
      empty={<EmptyState title={own('none')}>{own('noneHelp')}</EmptyState>}
      rows={lists.map((list) => ({
        key: list.id,
        cells: [
          { text: own('one', { year: String(list.year) }), href: listAddress(list.id) },
          { text: t(listStateLabels[list.state]), tag: listTones[list.state] },
          own('by', { when: formatDateTime(list.preparedAt, t.locale), who: list.preparedBy }),
          formatNumber(String(list.lines), t.locale),
        ],
      }))}
    />
  )
}
