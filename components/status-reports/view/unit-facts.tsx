import { DefinitionList } from '@/components/ui/definition-list'
import type { Words } from '@/lib/platform/words'
import { textsOf, type WorkPackageDetails } from '@/lib/work-packages/model'

/** What the unit is: aims, who answers for it, when, where. What is not known is left out. */
export function UnitFacts({ t, unit }: { t: Words; unit: WorkPackageDetails }) {
  const goals = textsOf(unit, 'objective')
  const facts = [
    { term: t('statusReports.unit.goals'), value: goals.length > 0 ? <List texts={goals} /> : null },
    { term: t('statusReports.unit.responsible'), value: unit.responsibleRole },
    { term: t('statusReports.unit.schedule'), value: unit.schedule.asWritten },
    { term: t('statusReports.unit.serviceAreas'), value: unit.serviceAreas.map(({ name }) => name).join(', ') || null },
    { term: t('statusReports.unit.writers'), value: unit.coordinators.map(({ name }) => name).join(', ') || null },
  ]
  const known = facts.filter(({ value }) => value !== null)
  return known.length === 0 ? null : <DefinitionList items={known} />
}

function List({ texts }: { texts: string[] }) {
  return (
    <ul className="list-disc pl-5">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
