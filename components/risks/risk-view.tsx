import { afterCell, kindText, movementCell, pointsCell, productText } from '@/components/risks/risk-texts'
import { periodName } from '@/components/rounds/period-name'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { DefinitionList } from '@/components/ui/definition-list'
import { Section } from '@/components/ui/section'
import type { CellParts, DataRow } from '@/components/ui/table-model'
import type { TagTone } from '@/components/ui/tag'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'
import { mitigationAddress } from '@/lib/risks/addresses'
import { mitigationStateLabels } from '@/lib/risks/labels'
import type { MitigationState, RecordedAssessment, RiskDetails } from '@/lib/risks/model'
import { standingOf } from '@/lib/risks/standing/model'
import { formatDate, formatDateTime } from '@/lib/values/format'

type Props = {
  t: Words
  project: { key: string; periods: PeriodHeader[] }
  risk: RiskDetails
  unit: string | null
  writes: boolean
}

const tones: Record<MitigationState, TagTone> = { planned: 'neutral', in_progress: 'info', done: 'good' }

/** One risk: how it stands before and after its mitigations, what is done, and how it has been assessed. */
export function RiskView({ t, project, risk, unit, writes }: Props) {
  const standing = standingOf(risk, project.periods)
  const text = ({ text: shown, note }: CellParts) => (note ? `${shown} (${note})` : shown)
  const scored = standing.latest && productText(t, standing.latest.probability, standing.latest.impact)
  const { note: printed } = pointsCell(t, standing.latest)
  const before = standing.movement === null ? t('risks.unscored') : scored
  return (
    <>
      <Section id="now" title={t('risks.standing')}>
        <DefinitionList
          items={[
            { term: t('risks.field.kind'), value: kindText(t, risk.kind) },
            { term: t('risks.field.unit'), value: unit ?? t('risks.wholeProject') },
            { term: t('risks.column.owners'), value: risk.ownerRoles.join(', ') || t('risks.noOwner') },
            { term: t('risks.before'), value: printed ? `${before} (${printed})` : before },
            { term: t('risks.column.after'), value: text(afterCell(t, standing.latest)) },
            { term: t('risks.column.movement'), value: text(movementCell(t, standing)) },
            {
              term: t('risks.field.raisedOn'),
              value: risk.raisedOn ? formatDate(risk.raisedOn, t.locale) : t('risks.unknown'),
            },
            ...(risk.closedOn
              ? [
                  { term: t('risks.field.closedOn'), value: formatDate(risk.closedOn, t.locale) },
                  { term: t('risks.field.reason'), value: risk.closedReason ?? t('risks.unknown') },
                ]
              : []),
          ]}
        />
      </Section>
      <Section
        id="mitigations"
        title={t('risks.column.mitigations')}
        actions={
          writes &&
          risk.closedOn === null && (
            <ButtonLink small href={mitigationAddress(project.key, risk.id, 'new')}>
              {t('risks.addMitigation')}
            </ButtonLink>
          )
        }
      >
        <DataTable
          caption={t('risks.column.mitigations')}
          hideCaption
          columns={(['mitigation', 'state', 'ownerRole', 'dueOn'] as const).map((key) => ({
            key,
            header: t(`risks.field.${key}`),
          }))}
          rows={risk.mitigations.map((one) => ({
            key: one.id,
            cells: [
              {
                text: one.text,
                href: writes && !risk.closedOn ? mitigationAddress(project.key, risk.id, one.id) : undefined,
              },
              one.state
                ? { text: t(mitigationStateLabels[one.state]), tag: tones[one.state] }
                : { text: t('risks.stateUnknown'), unknown: true },
              one.ownerRole ?? { text: t('risks.unknown'), unknown: true },
              one.dueOn ? formatDate(one.dueOn, t.locale) : { text: t('risks.unknown'), unknown: true },
            ],
          }))}
          empty={<p>{t('risks.noMitigations')}</p>}
        />
      </Section>
      <Section id="history" title={t('risks.history')} intro={t('risks.historyHelp')}>
        <DataTable
          caption={t('risks.history')}
          hideCaption
          columns={(['period', 'before', 'after', 'movement', 'note', 'recorded'] as const).map((key) => ({
            key,
            header: t(`risks.historyColumn.${key}`),
          }))}
          rows={historyRows(t, project.periods, risk)}
          empty={<p>{t('risks.noHistory')}</p>}
        />
      </Section>
    </>
  )
}

/** The newest first. An assessment that a later one of the same period has taken the place of stays, and says so. */
function historyRows(t: Words, periods: readonly PeriodHeader[], { assessments }: RiskDetails): DataRow[] {
  return assessments
    .map((one, index) => {
      const sofar = assessments.slice(0, index + 1)
      const replaced =
        one.periodId !== null && assessments.slice(index + 1).some(({ periodId }) => periodId === one.periodId)
      const period = periods.find(({ id }) => id === one.periodId)
      const place = period ? periodName(period.key) : t('risks.noPeriod')
      const { text, note } = pointsCell(t, one)
      const product = productText(t, one.probability, one.impact)
      const unscored = one.probability === null && one.impact === null
      return {
        key: one.id,
        cells: [
          { text: place, note: replaced ? t('risks.replaced') : undefined },
          unscored ? { text, note, unknown: true } : { text: product, note },
          afterCell(t, one),
          movementCell(t, standingOf({ assessments: sofar }, periods)),
          one.note ?? '',
          recordedText(t, one),
        ],
      }
    })
    .reverse()
}

function recordedText(t: Words, one: RecordedAssessment): CellParts {
  if (one.recordedByRole === null) {
    return one.source || one.assessedOn
      ? {
          text: one.source ?? t('risks.fromSource'),
          note: one.assessedOn ? formatDate(one.assessedOn, t.locale) : undefined,
        }
      : { text: t('risks.fromSource') }
  }
  const notes = [
    one.assessedOn && t('risks.assessedOn', { day: formatDate(one.assessedOn, t.locale) }),
    one.source,
  ].filter(Boolean)
  return {
    text: `${t(`access.role.${one.recordedByRole}`)}, ${formatDateTime(one.recordedAt, t.locale)}`,
    note: notes.join('; ') || undefined,
  }
}
