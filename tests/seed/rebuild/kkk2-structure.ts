import type { ActionRow } from '@/lib/actions/model'
import { sum } from '@/lib/values/decimal'
import { partsOf, textsOf, type WorkPackageDetails } from '@/lib/work-packages/model'
import type { Shapes } from '../loss/shapes'
import type { Names } from './names'
import { rebuildMetric, rebuildNational } from './values'

export function rebuildInvestments({ investments, indicators, budgets }: Shapes, names: Names) {
  const lineOf = (id: string) => budgets[0]?.lines.find((line) => line.investmentId === id)
  return investments
    .filter((row) => row.level.key === 'investment')
    .map((row) => ({
      pillar: names.on('pillar', row.parentId),
      code: row.sourceId,
      code_as_written: row.code,
      is_pseudo: row.isPlaceholder || undefined,
      note: row.note,
      official_title: row.title,
      title_variants: row.titleVariants,
      sub_areas: investments
        .filter((area) => area.parentId === row.id)
        .map((area) => ({
          code: area.sourceId,
          code_as_written: area.code,
          official_title: area.title,
          budget: lineOf(area.id)?.amount,
          budget_as_written: lineOf(area.id)?.amountAsWritten,
          note: area.note,
        })),
      national_indicators: indicators
        .filter((one) => one.scope === 'national' && one.investmentId === row.id)
        .map(rebuildNational),
    }))
}

export function rebuildWorkPackages(shapes: Shapes, names: Names) {
  return shapes.units.map((unit) => ({
    ...headOf(unit, shapes, names),
    ...listsOf(unit),
    ...partsOfUnit(unit, shapes),
    ...linksOf(unit, shapes, names),
  }))
}

function headOf(unit: WorkPackageDetails, { units }: Shapes, names: Names) {
  const { schedule, cost } = unit
  return {
    id: unit.sourceId,
    level: unit.level,
    parent_id: names.unit(unit.parentId),
    code_as_in_plan: unit.code,
    title_plan: unit.titlePlan,
    title_deck: unit.titleReview,
    pillar: names.on('pillar', unit.investmentId),
    investment: names.on('investment', unit.investmentId),
    sub_area: names.on('sub_area', unit.investmentId),
    service_area: {
      areas: unit.serviceAreas.filter((area) => area.parentId === null).map((area) => area.name),
      units: unit.serviceAreas.filter((area) => area.parentId !== null).map((area) => area.name),
      basis: unit.serviceAreaBasis,
      note: unit.serviceAreaNote,
    },
    responsible_role: unit.responsibleRole,
    schedule: { text: schedule.asWritten, start: schedule.start, end: schedule.end, note: schedule.note },
    cost_estimate: { value: cost.estimate, as_written: cost.asWritten, note: cost.note, basis: cost.basis },
    status: unit.statusText,
    status_as_written: unit.statusAsWritten,
    children: partsOf(units, unit.id).map((part) => part.sourceId),
  }
}

function listsOf(unit: WorkPackageDetails) {
  return {
    objective_facts: textsOf(unit, 'objective'),
    outputs: textsOf(unit, 'output'),
    next_steps: textsOf(unit, 'next_step'),
    deviations: unit.items.filter((item) => item.kind === 'deviation').map(({ type, text }) => ({ type, text })),
    links: unit.links.filter((link) => !link.atEnd).map(({ label, url, note }) => ({ label, url, note })),
    deck_slides: unit.reviewSlides,
  }
}

function partsOfUnit(unit: WorkPackageDetails, { actions, indicators, toimintamallit }: Shapes) {
  const own = actions.filter((action) => action.workPackageId === unit.id)
  return {
    plan_actions: own
      .filter(({ origin }) => origin === 'plan')
      .map(({ noAsWritten, title }) => ({ no_as_written: noAsWritten, title })),
    actions: own.filter(({ origin }) => origin === 'report').map(rebuildAction),
    metrics: indicators.filter((one) => one.workPackageId === unit.id).map(rebuildMetric),
    toimintamallit: toimintamallit
      .filter((model) => model.workPackageId === unit.id)
      .map(({ name, innokylaUrl, note }) => ({ name, url: innokylaUrl, note })),
  }
}

function rebuildAction(action: ActionRow) {
  return {
    id: action.sourceId,
    no: action.no,
    no_as_written: action.noAsWritten,
    title: action.title,
    status: action.statusText,
    status_as_written: action.statusAsWritten,
    planned: action.planned,
    started: action.started,
    done: action.done,
    section: action.section,
    flag: action.flag,
    facts: action.facts.map((fact) => fact.text),
  }
}

function linksOf(unit: WorkPackageDetails, { purchases }: Shapes, names: Names) {
  const own = purchases.filter((purchase) => purchase.workPackageId === unit.id)
  return {
    covers: unit.covers.map(names.unit),
    reported_in: unit.coveredBy.map(names.unit),
    procurement_ids: own.map((purchase) => purchase.sourceId),
    procurement_total_eur: sum(own.map((purchase) => purchase.amount)).total,
  }
}

export function rebuildEndings({ units }: Shapes) {
  return {
    ended_workpackages: units.flatMap(({ ended, ...unit }) =>
      ended === null
        ? []
        : [
            {
              workpackage_id: unit.sourceId,
              title: ended.title,
              ended: ended.code,
              ended_as_written: ended.asWritten,
              outputs: textsOf(unit, 'ended_output'),
              links: unit.links.filter((link) => link.atEnd).map(({ label, url, note }) => ({ label, url, note })),
              links_without_url: ended.linksMissing,
              summary: ended.summary,
            },
          ],
    ),
    also_marked_done: units.flatMap((unit) =>
      unit.remarks
        .filter((remark) => remark.kind === 'marked_done')
        .map(({ text, source, scope }) => ({ workpackage_id: unit.sourceId, status_as_written: text, source, scope })),
    ),
  }
}
