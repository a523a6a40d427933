import type { Shapes } from '../loss/shapes'
import { rebuildBudget, rebuildPurchases } from './kkk2-finance'
import { rebuildOrganisation, rebuildPillars, rebuildProject, topic } from './kkk2-project'
import { rebuildCommunications, rebuildPlanChanges, rebuildRisks } from './kkk2-registers'
import { rebuildEndings, rebuildInvestments, rebuildWorkPackages } from './kkk2-structure'
import { rebuildTables } from './kkk2-tables'
import { namesOf } from './names'

/** kkk2.json again, made of nothing but what the queries give. */
export function rebuildKkk2(shapes: Shapes) {
  const names = namesOf(shapes)
  return {
    _meta: rebuildMeta(shapes),
    project: rebuildProject(shapes, names),
    pillars: rebuildPillars(shapes),
    investments: rebuildInvestments(shapes, names),
    budget_table: rebuildBudget(shapes, names),
    workpackages: rebuildWorkPackages(shapes, names),
    ...rebuildPlanChanges(shapes, names),
    procurements: rebuildPurchases(shapes, names),
    risks: rebuildRisks(shapes),
    communications: rebuildCommunications(shapes),
    ...rebuildEndings(shapes),
    tables: rebuildTables(shapes, names),
    ...rebuildOrganisation(shapes, names),
  }
}

function rebuildMeta(shapes: Shapes) {
  const { units, actions, indicators } = shapes
  const local = indicators.filter((one) => one.scope === 'local')
  const reported = actions.filter((action) => action.origin === 'report')
  return {
    sources: shapes.details.facts
      .filter((fact) => fact.topic === 'sources')
      .map(({ key, text, data }) => ({ key, title: text, ...(data as object) })),
    language: shapes.details.language,
    ...topic(shapes, 'source_notes'),
    normalisation: topic(shapes, 'source_forms'),
    status_values: distinct(units.map((unit) => unit.statusText)),
    action_status_values: distinct(reported.map((action) => action.statusText)),
    metric_kinds: distinct(local.map((one) => one.current?.kind)),
    directions: distinct(local.map((one) => one.current?.direction)),
    metric_source_values: distinct(local.map((one) => one.origin)),
    counts: rebuildCounts(shapes),
  }
}

/** The source lists the values it uses in no order of meaning. */
function distinct(values: readonly unknown[]): unknown[] {
  return [...new Set(values)]
}

function rebuildCounts(shapes: Shapes) {
  const { units, actions, indicators } = shapes
  const local = indicators.filter((one) => one.scope === 'local')
  const measured = local.map((one) => one.measurements.filter((measurement) => measurement.role === 'actual').length)
  const of = (origin: string) => actions.filter((action) => action.origin === origin)
  return {
    workpackages: units.length,
    plan_workpackages: units.filter((unit) => unit.level === 'plan').length,
    streams: units.filter((unit) => unit.level === 'stream').length,
    actions: of('report').length,
    plan_actions: of('plan').length,
    action_facts: of('report').reduce((count, action) => count + action.facts.length, 0),
    metrics: local.length,
    metrics_with_measurement: measured.filter((count) => count > 0).length,
    measurements: measured.reduce((all, count) => all + count, 0),
    investments: shapes.investments.filter((row) => row.level.key === 'investment').length,
    national_indicators: indicators.length - local.length,
    budget_rows: shapes.budgets[0]?.lines.length,
    plan_changes: shapes.planChanges.length,
    procurements: shapes.purchases.length,
    risks: shapes.risks.length,
    communications: shapes.communications.length,
    ended_workpackages: units.filter((unit) => unit.ended !== null).length,
    tables: shapes.tables.length,
    organisation_tiles: shapes.tiles.length,
    deck_slides: shapes.slides.length,
  }
}
