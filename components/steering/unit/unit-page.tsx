import { PurchaseTable } from '@/components/steering/purchases'
import type { EarlierUnit, UnitProps } from '@/components/steering/unit/model'
import { UnitActions } from '@/components/steering/unit/unit-actions'
import { UnitComments } from '@/components/steering/unit/unit-comments'
import { UnitCorrections } from '@/components/steering/unit/unit-corrections'
import { UnitDecisions } from '@/components/steering/unit/unit-decisions'
import { UnitEvidenceList } from '@/components/steering/unit/unit-evidence'
import { UnitFacts } from '@/components/steering/unit/unit-facts'
import { UnitIndicators } from '@/components/steering/unit/unit-indicators'
import { UnitLights } from '@/components/steering/unit/unit-lights'
import { UnitPlanChanges, UnitRisks } from '@/components/steering/unit/unit-registers'
import { UnitTables } from '@/components/steering/unit/unit-tables'
import { UnitTexts } from '@/components/steering/unit/unit-texts'
import { UnitToimintamallit } from '@/components/steering/unit/unit-toimintamallit'
import { Section } from '@/components/ui/section'
import { partsOf } from '@/lib/steering/units/model'

type Props = Omit<UnitProps, 'parts'> & { earlier: readonly EarlierUnit[] }

/** One unit of a published period below its heading: what it is for, how it goes, its figures and where they come from. */
export function UnitPage({ earlier, ...given }: Props) {
  const parts = partsOf(given.body, given.unit)
  const props = { ...given, parts }
  const { t, code } = props
  return (
    <div className="board">
      <UnitFacts {...props} />
      <UnitTexts {...props} />
      <UnitActions {...props} />
      <UnitComments {...props} />
      <UnitIndicators {...props} />
      <UnitCorrections {...props} />
      <UnitLights {...props} earlier={earlier} />
      <UnitDecisions {...props} />
      {parts.purchases.length > 0 && (
        <Section id="purchases" title={t('steering.unit.purchases')}>
          <PurchaseTable t={t} code={code} caption={t('steering.unit.purchases')} purchases={parts.purchases} />
        </Section>
      )}
      <UnitToimintamallit {...props} />
      <UnitPlanChanges {...props} />
      <UnitRisks {...props} />
      <UnitEvidenceList {...props} />
      <UnitTables {...props} />
    </div>
  )
}
