import type { Kkk2, NationalIndicatorFact } from './facts/kkk2.ts'
import type { Syli } from './facts/syli.ts'
import type { Place } from './ids.ts'
import type { Rows } from './rows.ts'
import { changeOfDefinition, metricTarget, nationalTargets, syliTarget, type TargetRow } from './targets.ts'

const directions = ['up', 'down', 'reach', 'monitor'] as const

function directionOf(text: string | null | undefined) {
  const found = directions.find((direction) => direction === text)
  if (text && !found) throw new Error(`direction "${text}" of an indicator is not known`)
  return found ?? null
}

/** The source gives national indicators no id of their own: investment and running number. */
export function nationalKey(investment: string, index: number): string {
  return `${investment}-KANS-${index + 1}`
}

export function nationalIndicators(facts: Kkk2): { key: string; investment: string; fact: NationalIndicatorFact }[] {
  return facts.investments.flatMap(({ code, national_indicators: indicators }) =>
    indicators.map((fact, index) => ({ key: nationalKey(code, index), investment: code, fact })),
  )
}

export function kkk2IndicatorRows(facts: Kkk2, place: Place): Rows {
  const { organisationId, projectId, ids } = place
  const national = nationalIndicators(facts)
  const local = facts.workpackages.flatMap((unit) => unit.metrics.map((fact) => ({ unit, fact })))
  return {
    indicator: [
      ...national.map(({ key, investment, fact }, sort) => ({
        id: ids('indicator', key),
        organisationId,
        projectId,
        investmentId: ids('investment', investment),
        sourceId: key,
        clarifications: fact.clarifications,
        sort,
      })),
      ...local.map(({ unit, fact }, index) => ({
        id: ids('indicator', fact.id),
        organisationId,
        projectId,
        workPackageId: ids('workPackage', unit.id),
        sourceId: fact.id,
        origin: fact.source,
        actionNo: fact.action_no ?? null,
        seeIndicatorOf: fact.see_metric_of ?? null,
        flag: fact.flag ?? null,
        note: fact.note ?? null,
        sort: national.length + index,
      })),
    ],
    indicatorVersion: [
      ...national.flatMap(({ key, fact }) => nationalVersions(fact, key, place)),
      ...local.map(({ fact }) => ({
        organisationId,
        indicatorId: ids('indicator', fact.id),
        version: 1,
        name: fact.name,
        scope: 'local' as const,
        kind: fact.kind,
        unit: fact.unit,
        direction: directionOf(fact.direction),
        horizon: fact.horizon ?? null,
      })),
    ],
    indicatorTarget: [
      ...national.flatMap(({ key, fact }) =>
        hung(
          place,
          key,
          nationalTargets(fact).map((target) => withVersion(target, fact, key, place)),
        ),
      ),
      ...local.flatMap(({ fact }) => hung(place, fact.id, fact.target ? [metricTarget(fact.target, fact.unit)] : [])),
    ],
  }
}

/** A changed definition makes two versions: the old with its end and reason, and the one that holds now. */
function nationalVersions(fact: NationalIndicatorFact, key: string, { organisationId, ids }: Place) {
  const changed = changeOfDefinition(fact)
  const base = {
    organisationId,
    indicatorId: ids('indicator', key),
    name: fact.name,
    scope: 'national' as const,
    kind: fact.kind,
    unit: fact.unit,
    direction: directionOf(fact.direction),
  }
  const old = fact.superseded_targets?.[0]
  if (!changed || !old) return [{ ...base, id: ids('version', `${key} 1`), version: 1 }]
  return [
    {
      ...base,
      id: ids('version', `${key} 1`),
      version: 1,
      definition: old.definition ?? null,
      supersededOn: changed.until,
    },
    {
      ...base,
      id: ids('version', `${key} 2`),
      version: 2,
      definition: fact.final_target.definition ?? null,
      reason: changed.reason,
    },
  ]
}

function withVersion(target: TargetRow, fact: NationalIndicatorFact, key: string, { ids }: Place): TargetRow {
  if (!changeOfDefinition(fact)) return target
  return { ...target, versionId: ids('version', `${key} ${target.supersededAt ? 1 : 2}`) }
}

function hung({ organisationId, ids }: Place, key: string, targets: TargetRow[]) {
  return targets.map((target, sort) => ({ ...target, organisationId, indicatorId: ids('indicator', key), sort }))
}

/** Direction of an indicator when its target says it; the report states it nowhere else. */
const directionOfTarget: Record<string, 'up' | 'down'> = { increase: 'up', decreasing: 'down' }

export function syliIndicatorRows(facts: Syli, place: Place): Rows {
  const { organisationId, projectId, ids } = place
  const codes = facts.workpackages.map(({ code }) => code)
  return {
    indicator: facts.indicators.map((fact, sort) => {
      const unit = codes.find((code) => fact.workpackage_or_section.startsWith(code))
      return {
        id: ids('indicator', fact.id),
        organisationId,
        projectId,
        workPackageId: unit ? ids('workPackage', unit) : null,
        sourceId: fact.id,
        origin: 'report',
        note: fact.note,
        place: fact.line,
        sectionRef: fact.workpackage_or_section,
        tableLabel: fact.table_label,
        figureLabel: fact.figure_label,
        targetMetText: fact.target_met,
        sort,
      }
    }),
    indicatorVersion: facts.indicators.map((fact) => ({
      organisationId,
      indicatorId: ids('indicator', fact.id),
      version: 1,
      name: fact.name,
      scope: 'local' as const,
      unit: fact.unit,
      direction: fact.target ? (directionOfTarget[fact.target.direction] ?? null) : null,
      source: fact.source,
      dimensions: fact.disaggregation ?? [],
    })),
    indicatorTarget: facts.indicators.flatMap((fact) =>
      hung(place, fact.id, fact.target ? [syliTarget(fact.target, fact.unit)] : []),
    ),
  }
}
