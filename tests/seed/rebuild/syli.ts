import type { IndicatorRow, MeasurementRow } from '@/lib/indicators/model'
import { measurementsOf } from '@/lib/indicators/model'
import { factsOf } from '@/lib/projects/details/model'
import type { ToimintamalliRow } from '@/lib/toimintamallit/model'
import type { ValueCell } from '@/lib/values/typed-value'
import { minutesInUnit } from '@/lib/values/units'
import type { Shapes } from '../loss/shapes'
import { topic } from './kkk2-project'
import { namesOf } from './names'

/** The parts of syli.json that belong to the demo, made of nothing but what the queries give. */
export function rebuildSyli(shapes: Shapes) {
  return {
    project: rebuildProject(shapes),
    toimintamallit: shapes.toimintamallit.map((model) => rebuildToimintamalli(model, shapes)),
    workpackages: rebuildUnits(shapes),
    indicators: shapes.indicators.map(rebuildIndicator),
  }
}

function rebuildProject(shapes: Shapes) {
  const { details, investments } = shapes
  const texts = (name: string) => factsOf(details, name).map((fact) => fact.text)
  const numbered = investments.filter((row) => row.level.key === 'investment')
  return {
    name: details.name,
    name_variants_in_text: details.nameVariants,
    organisation: details.organisationName,
    programme: details.programmeNote,
    pillar: investments.find((row) => row.level.key === 'pillar')?.title,
    investments_reported: numbered.filter((row) => row.note === null).map((row) => row.sourceId),
    investments_mentioned_but_not_reported: numbered.flatMap((row) => (row.note === null ? [] : [row.note])),
    predecessor: details.predecessor,
    ...topic(shapes, 'report'),
    period: {
      as_found: texts('period_mentions'),
      explicit_start_date: details.period.start,
      explicit_end_date: details.period.end,
      note: details.period.basis,
    },
    identifiers: topic(shapes, 'identifiers'),
    total_budget: details.totalCost.amount,
    funding_facts: factsOf(details, 'funding').map(({ text, data }) => ({ fact: text, ...(data as object) })),
    vulnerable_groups_named: texts('vulnerable_groups'),
    summary_facts: factsOf(details, 'summary').map(({ text, data }) => ({ text, ...(data as object) })),
  }
}

function rebuildUnits(shapes: Shapes) {
  const names = namesOf(shapes)
  return shapes.units.map((unit) => {
    const told = unit.remarks.find((remark) => remark.kind === 'report_place')
    return {
      code: unit.sourceId,
      title: unit.titleReview,
      investment: names.on('investment', unit.investmentId),
      under_question: told?.question,
      line: told?.lines,
      rows_in_table_4_2: told?.tableRows,
      report_sections: told?.sections,
      note: unit.note,
    }
  })
}

function rebuildToimintamalli(model: ToimintamalliRow, shapes: Shapes) {
  const names = namesOf(shapes)
  const address = (place: string) => model.addresses.find((one) => one.place === place)?.url ?? null
  return {
    name: model.name,
    investments: model.investmentIds.map((id) => names.on('investment', id)),
    workpackage: names.unit(model.workPackageId),
    innokyla_url: model.innokylaUrl,
    innokyla_url_in_table_4_2: address('table'),
    innokyla_url_in_section: address('section'),
    described_in_innokyla: model.described,
    in_table_4_2: model.listedInReportTable,
    table_line: model.tablePlace,
    piloted: model.pilotedAsWritten,
    stayed_in_use: model.stayedInUseAsWritten,
    status_text: model.statusText,
    goals_stated: model.goals,
    goal_met: model.goalMet,
    goal_met_basis: model.goalMetBasis,
    line_range: model.place,
    section_id: model.sectionRef,
    section_title: model.sectionTitle,
    key_results: model.results,
    note: model.note,
  }
}

function rebuildIndicator(row: IndicatorRow) {
  const [target] = row.targets
  const [baseline] = measurementsOf(row, 'baseline')
  return {
    id: row.sourceId,
    name: row.current?.name,
    workpackage_or_section: row.sectionRef,
    unit: row.current?.unit,
    target: target
      ? { value: target.number ?? target.asWritten, direction: target.operatorText, text: target.text }
      : null,
    baseline: baseline
      ? { value: valueBack(baseline), period: baseline.time.asWritten, text: baseline.value.note }
      : null,
    measurements: measurementsOf(row, 'actual').map((one) => ({
      period: one.time.asWritten,
      normalised_period: { start: one.time.from, end: one.time.to },
      value: valueBack(one),
      n: one.value.n,
      note: one.value.note,
      area: one.area,
    })),
    disaggregation: row.dimensions.length > 0 ? row.dimensions : null,
    source: row.source,
    table_label: row.tableLabel,
    figure_label: row.figureLabel,
    target_met: row.targetMetText,
    line: row.place,
    note: row.note,
  }
}

/** A qualifier that was read from a note is not the value's own form. */
function valueBack({ value }: MeasurementRow): unknown {
  const { number, kind, unit } = value
  if (value.cells.length > 0) return Object.fromEntries(value.cells.map((cell) => [cell.label, cellOf(cell)]))
  if (kind === 'range') return { min: number, max: value.numberTo }
  if (number === null) return value.asWritten
  const told = kind === 'duration' ? minutesInUnit(number, unit) : number
  return unequal(value.qualifier, told)
}

function cellOf({ number, qualifier }: ValueCell): unknown {
  return unequal(qualifier, number)
}

function unequal(qualifier: string, number: string | null): unknown {
  if (qualifier === 'over') return { gt: number }
  return qualifier === 'at_least' ? { gte: number } : number
}
