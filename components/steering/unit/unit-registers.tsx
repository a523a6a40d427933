import type { UnitProps } from '@/components/steering/unit/model'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import { figureAddress } from '@/lib/steering/figures/addresses'
import { figureValue } from '@/lib/steering/figures/values/model'
import { formatTimeCode } from '@/lib/values/format'

/** Changes of the plan that concern the unit. */
export function UnitPlanChanges({ t, code, parts: { planChanges } }: UnitProps) {
  if (planChanges.length === 0) return null
  return (
    <Section id="plan-changes" title={t('steering.unit.planChanges')}>
      <DataTable
        caption={t('steering.unit.planChanges')}
        hideCaption
        columns={['change', 'decided', 'state'].map((key) => ({ key, header: t(`steering.planChanges.${key}`) }))}
        rows={planChanges.map((change) => ({
          key: change.id,
          cells: [
            { text: change.title, note: [change.what, change.why].filter(Boolean).join('. ') || undefined },
            change.decided.map((one) => formatTimeCode(one.timeCode, t.locale)).join(', ') || {
              text: t('steering.planChanges.unknown'),
              unknown: true,
            },
            {
              text: t(planChangeStateLabels[change.state]),
              href: figureAddress(code, { kind: 'plan_change', id: change.id }),
            },
          ],
        }))}
      />
    </Section>
  )
}

/** Risks of the unit, closed ones too. */
export function UnitRisks({ t, code, parts: { risks } }: UnitProps) {
  if (risks.length === 0) return null
  return (
    <Section id="risks" title={t('figures.unit.riskRegister')}>
      <DataTable
        caption={t('figures.unit.riskRegister')}
        hideCaption
        columns={['risk', 'points', 'mitigation'].map((key) => ({
          key,
          header: t(`steering.risks.${key}`),
          numeric: key === 'points',
        }))}
        rows={risks.map((row) => {
          const { text, unknown } = figureValue(t, { kind: 'risk', row })
          return {
            key: row.id,
            cells: [
              { text: row.description, note: row.closedOn === null ? undefined : t('figures.fact.closed') },
              { text, unknown, href: figureAddress(code, { kind: 'risk', id: row.id }) },
              row.mitigations.map((one) => one.text).join('; '),
            ],
          }
        })}
      />
    </Section>
  )
}
