import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Words } from '@/lib/platform/words'
import type { DueLine, Unknown } from '@/lib/retention/due/model'
import { kindLabels } from '@/lib/retention/labels'
import { formatDate, formatNumber } from '@/lib/values/format'

type Props = { t: Words; due: readonly DueLine[]; unknown: readonly Unknown[] }

/** What is due by the end of the year: what would come onto the list, what a hold keeps off it, and what cannot be counted. */
export function DueTable({ t, due, unknown }: Props) {
  const own = (name: string, values?: Record<string, string>) => t(`retention.due.${name}`, values)
  return (
    <DataTable
      caption={own('caption')}
      hideCaption
      columns={[
        { key: 'project', header: own('project') },
        { key: 'kind', header: t('retention.rules.kind') },
        { key: 'on', header: own('on') },
        { key: 'rows', header: own('rows'), numeric: true },
        { key: 'basis', header: t('retention.rules.basis') },
      ]}
      empty={<EmptyState title={own('none')}>{own('noneHelp')}</EmptyState>}
      rows={[
        ...due.map((line) => ({
          key: `${line.projectId}-${line.kind}`,
          cells: [
            { text: line.title, note: line.heldBy === null ? undefined : own('held', { reason: line.heldBy }) },
            t(kindLabels[line.kind]),
            formatDate(line.dueOn, t.locale),
            formatNumber(String(line.rows), t.locale),
            line.basis,
          ],
        })),
        ...unknown.map(({ kind, title, projectKey }) => ({
          key: `${projectKey}-${kind}-unknown`,
          cells: [{ text: title, note: own('unknown') }, t(kindLabels[kind]), unknownCell(t), unknownCell(t), null],
        })),
      ]}
    />
  )
}

const unknownCell = (t: Words) => ({ text: t('projects.unknown'), unknown: true })
