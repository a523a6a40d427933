import { periodName } from '@/components/rounds/period-name'
import { stateTones } from '@/components/status-reports/state-tag'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { CellParts, Column } from '@/components/ui/table-model'
import type { Words } from '@/lib/platform/words'
import { reportAddress, reportFormAddress } from '@/lib/status-reports/addresses'
import { stateLabels } from '@/lib/status-reports/labels'
import type { WorkItem } from '@/lib/status-reports/my-work/model'
import { formatDate, formatDateTime } from '@/lib/values/format'

/** The four lists of the page; each shows what its reader needs to act. */
type WorkListId = 'returned' | 'toReview' | 'due' | 'sent'

type Props = { t: Words; id: WorkListId; items: readonly WorkItem[] }

/** One list of what waits for somebody; nothing at all when nothing does. */
export function WorkList({ t, id, items }: Props) {
  if (items.length === 0) return null
  const title = t(`statusReports.work.${id}`, { count: items.length })
  return (
    <Section id={id} title={title} intro={t(`statusReports.work.${id}Help`)}>
      <DataTable
        caption={t(`statusReports.work.caption.${id}`)}
        hideCaption
        columns={columns(t, id)}
        rows={items.map((item) => ({ key: item.reportId, cells: cellsOf(t, id, item) }))}
      />
    </Section>
  )
}

function columns(t: Words, id: WorkListId): Column[] {
  const last = { returned: 'reason', toReview: 'sentBy', due: 'state', sent: 'state' }[id]
  return [
    { key: 'unit', header: t('rounds.column.unit') },
    { key: last, header: t(`statusReports.work.column.${last}`) },
    { key: 'due', header: t('rounds.column.due') },
  ]
}

function cellsOf(t: Words, id: WorkListId, item: WorkItem): CellParts[] {
  const writes = id === 'returned' || id === 'due'
  const address = writes ? reportFormAddress : reportAddress
  return [
    // Of which period stands below the name: so when it is due is in sight on a telephone, too.
    {
      text: item.title,
      href: address(item.projectKey, item.periodKey, item.unitId),
      note: `${item.projectName}, ${periodName(item.periodKey)}`,
    },
    id === 'returned' || id === 'toReview' ? latestCell(t, id, item) : stateCell(t, item),
    dueCell(t, item, writes),
  ]
}

function latestCell(t: Words, id: WorkListId, { latest, resubmitted }: WorkItem): CellParts {
  const who = latest?.by ?? t('statusReports.system')
  const when = latest ? formatDateTime(latest.at, t.locale) : ''
  if (id === 'returned') return { text: latest?.reason ?? '', note: `${who}, ${when}` }
  if (resubmitted) return { text: t('differences.resubmitted'), tag: 'info', note: `${who}, ${when}` }
  return { text: who, note: when }
}

function stateCell(t: Words, { state, unconfirmed, reopened }: WorkItem): CellParts {
  const left = unconfirmed > 0 && (state === 'draft' || state === 'not_started')
  const notes = [
    ...(reopened === null ? [] : [`${t('corrections.reopened.title')}: ${reopened}`]),
    ...(left ? [t('rounds.unconfirmed', { count: unconfirmed })] : []),
  ]
  return {
    text: t(stateLabels[state]),
    tag: stateTones[state],
    note: notes.length > 0 ? notes.join('. ') : undefined,
  }
}

function dueCell(t: Words, { dueOn, late, closed, exception }: WorkItem, writes: boolean): CellParts {
  const state = closed ? t('calendar.closing.short') : late ? t('rounds.late') : ''
  if (dueOn === null) return { text: t('rounds.noDue'), unknown: true, note: (writes && state) || undefined }
  const own = exception ? t('calendar.exception.note', { who: exception.allowedBy, reason: exception.reason }) : ''
  const notes = writes ? [state, own].filter(Boolean).join('. ') : ''
  return { text: formatDate(dueOn, t.locale), note: notes || undefined }
}
