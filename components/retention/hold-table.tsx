import { retentionWords } from '@/components/retention/retention-words'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { RecordForm } from '@/components/ui/record-form'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { kindLabels } from '@/lib/retention/labels'
import type { RetentionHold } from '@/lib/retention/model'
import { formatDateTime } from '@/lib/values/format'

type Props = { t: Words; holds: readonly RetentionHold[]; lift: FormAction | null }

/** The holds, those in force first; `lift` for those who may lift them. */
export function HoldTable({ t, holds, lift }: Props) {
  const own = (name: string) => t(`retention.holds.${name}`)
  const by = (who: string, at: string) => t('retention.lists.by', { when: formatDateTime(at, t.locale), who })
  return (
    <DataTable
      caption={own('caption')}
      hideCaption
      columns={[
        { key: 'project', header: own('project') },
        { key: 'kind', header: own('kind') },
        { key: 'reason', header: own('reason') },
        { key: 'placed', header: own('placed') },
        { key: 'state', header: own('state') },
        ...(lift ? [{ key: 'act', header: own('act'), hideHeader: true }] : []),
      ]}
      empty={<EmptyState title={own('none')}>{own('noneHelp')}</EmptyState>}
      rows={holds.map((hold) => ({
        key: hold.id,
        cells: [
          hold.projectName,
          hold.kind === null ? own('everything') : t(kindLabels[hold.kind]),
          hold.reason,
          by(hold.placedBy, hold.placedAt),
          hold.lifted
            ? {
                text: own('lifted'),
                tag: 'neutral' as const,
                note: `${by(hold.lifted.by, hold.lifted.at)}: ${hold.lifted.reason}`,
              }
            : { text: own('standing'), tag: 'warning' as const },
          ...(lift ? [hold.lifted ? null : <Lift key={hold.id} t={t} hold={hold} lift={lift} />] : []),
        ],
      }))}
    />
  )
}

function Lift({ t, hold, lift }: { t: Words; hold: RetentionHold; lift: FormAction }) {
  return (
    <Disclosure summary={t('retention.holds.liftNamed', { name: hold.projectName })}>
      <RecordForm
        id={`lift-${hold.id}`}
        action={lift}
        values={{ holdId: hold.id }}
        fields={[{ as: 'text', name: 'reason', rows: 2, label: t('retention.holds.liftReason') }]}
        send={t('retention.holds.lift')}
        kind="secondary"
        words={retentionWords(t)}
      />
    </Disclosure>
  )
}
