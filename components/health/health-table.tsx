import { DataTable } from '@/components/ui/data-table'
import type { TagTone } from '@/components/ui/tag'
import { partLabels, stateLabels } from '@/lib/health/labels'
import type { HealthState } from '@/lib/health/model'
import type { Told } from '@/lib/health/told/model'
import type { Words } from '@/lib/platform/words'

const tones: Record<HealthState, TagTone> = { good: 'good', warning: 'warning', danger: 'danger' }

/** The parts of the installation, one row each. */
export function HealthTable({ t, parts }: { t: Words; parts: readonly Told[] }) {
  return (
    <DataTable
      caption={t('health.caption')}
      hideCaption
      columns={(['part', 'state', 'found', 'todo'] as const).map((key) => ({
        key,
        header: t(`health.columns.${key}`),
      }))}
      rows={parts.map(({ part, state, found, todo }) => ({
        key: part,
        cells: [t(partLabels[part]), { text: t(stateLabels[state]), tag: tones[state] }, found, todo],
      }))}
    />
  )
}
