import { decidedText } from '@/components/plan-changes/change-texts'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { CellParts } from '@/components/ui/table-model'
import { itemAnchor, meetingAddress } from '@/lib/meetings/addresses'
import type { ChangeDecisionRow } from '@/lib/plan-changes/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; projectKey: string; decisions: readonly ChangeDecisionRow[] }

/** When the steering group decided, and in which item of which meeting where that is known here. */
export function DecisionTable({ t, projectKey, decisions }: Props) {
  return (
    <Section id="decisions" title={t('planChanges.decisions')}>
      <DataTable
        caption={t('planChanges.decisions')}
        hideCaption
        columns={(['decided', 'decision', 'note'] as const).map((key) => ({
          key,
          header: t(`planChanges.field.${key}`),
        }))}
        rows={decisions.map((one) => ({
          key: one.id,
          cells: [decidedText(t, one), meetingCell(t, projectKey, one), one.note ?? ''],
        }))}
        empty={<p>{t('planChanges.noDecisions')}</p>}
      />
    </Section>
  )
}

function meetingCell(t: Words, projectKey: string, { decision }: ChangeDecisionRow): CellParts {
  if (!decision) return { text: t('planChanges.standsAlone'), unknown: true }
  const { text, meetingId, itemId } = decision
  if (meetingId === null) return { text }
  return { text, href: `${meetingAddress(projectKey, meetingId)}${itemId ? `#${itemAnchor(itemId)}` : ''}` }
}
