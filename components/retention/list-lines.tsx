import { retentionWords } from '@/components/retention/retention-words'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { RecordForm } from '@/components/ui/record-form'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { kindLabels } from '@/lib/retention/labels'
import { type DestructionList, isOver, type ListLine } from '@/lib/retention/lists/model'
import { formatDate, formatDateTime, formatNumber } from '@/lib/values/format'

type Props = { t: Words; list: DestructionList; leaveOut: FormAction }

/** The lines of a list with what became of each; until somebody decides a line can be left out. */
export function ListLines({ t, list, leaveOut }: Props) {
  const own = (name: string) => t(`retention.list.${name}`)
  const open = list.state === 'prepared'
  return (
    <DataTable
      caption={own('lines')}
      hideCaption
      columns={[
        { key: 'project', header: t('retention.due.project') },
        { key: 'kind', header: t('retention.rules.kind') },
        { key: 'on', header: t('retention.due.on') },
        { key: 'rows', header: t('retention.due.rows'), numeric: true },
        { key: 'basis', header: t('retention.rules.basis') },
        { key: 'became', header: own(open ? 'leaveOut' : 'became') },
      ]}
      rows={list.lines.map((line) => ({
        key: line.id,
        cells: [
          { text: line.title, note: line.projectKey ?? undefined },
          t(kindLabels[line.kind]),
          formatDate(line.dueOn, t.locale),
          formatNumber(String(line.rows), t.locale),
          line.basis,
          open && line.leftOutReason === null ? (
            <LeaveOut key={line.id} t={t} list={list} line={line} leaveOut={leaveOut} />
          ) : (
            becameOf(t, list, line)
          ),
        ],
      }))}
    />
  )
}

/** What became of a line, in words. */
function becameOf(t: Words, list: DestructionList, { destroyed, leftOutReason }: ListLine): string {
  if (leftOutReason !== null) return leftOutReason
  if (!destroyed) return t(isOver(list) ? 'retention.list.notDestroyed' : 'retention.list.open')
  const { at, rows, files } = destroyed
  return t('retention.list.destroyed', { when: formatDateTime(at, t.locale), rows, files })
}

function LeaveOut({ t, list, line, leaveOut }: Props & { line: ListLine }) {
  const name = `${line.title}, ${t(kindLabels[line.kind])}`
  return (
    <Disclosure summary={t('retention.list.leaveOutNamed', { name })}>
      <RecordForm
        id={`leave-${line.id}`}
        action={leaveOut}
        values={{ listId: list.id, itemId: line.id }}
        fields={[{ as: 'text', name: 'reason', rows: 2, label: t('retention.list.leaveOutReason') }]}
        send={t('retention.list.leaveOut')}
        kind="secondary"
        words={retentionWords(t)}
      />
    </Disclosure>
  )
}
