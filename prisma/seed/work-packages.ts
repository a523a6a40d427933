import type { Kkk2, LinkFact, WorkPackageFact } from './facts/kkk2.ts'
import type { Place } from './ids.ts'
import type { Rows } from './rows.ts'

const lifecycles = {
  käynnissä: 'in_progress',
  valmis: 'completed',
  'päättynyt 6/2025': 'ended',
  'ei raportoitu': 'not_reported',
} as const

function lifecycleOf(status: string) {
  const found = Object.entries(lifecycles).find(([text]) => text === status)
  if (!found) throw new Error(`work package status "${status}" has no state`)
  return found[1]
}

export function workPackageRows(facts: Kkk2, place: Place): Rows {
  const { organisationId, ids } = place
  const all = facts.workpackages
  const ended = new Map(facts.ended_workpackages.map((fact) => [fact.workpackage_id, fact]))
  return {
    workPackage: all.map((fact, sort) => workPackageRow(facts, fact, place, sort)),
    workPackageCover: all.flatMap((fact) =>
      fact.covers.map((covered, sort) => ({
        organisationId,
        unitId: ids('workPackage', fact.id),
        coveredId: ids('workPackage', covered),
        sort,
      })),
    ),
    workPackageServiceArea: all.flatMap((fact) =>
      [...fact.service_area.areas, ...fact.service_area.units].map((name, sort) => ({
        organisationId,
        workPackageId: ids('workPackage', fact.id),
        serviceAreaId: ids('area', name),
        sort,
      })),
    ),
    workPackageItem: all.flatMap((fact) => itemRows(fact, ended.get(fact.id)?.outputs ?? [], place)),
    workPackageLink: all.flatMap((fact) => linkRows(fact, ended.get(fact.id)?.links ?? [], place)),
  }
}

function workPackageRow(facts: Kkk2, fact: WorkPackageFact, { organisationId, projectId, ids }: Place, sort: number) {
  const ended = facts.ended_workpackages.find((one) => one.workpackage_id === fact.id)
  const markedDone = facts.also_marked_done.filter((one) => one.workpackage_id === fact.id)
  return {
    id: ids('workPackage', fact.id),
    organisationId,
    projectId,
    parentId: fact.parent_id ? ids('workPackage', fact.parent_id) : null,
    investmentId: ids('sub_area', fact.sub_area),
    sourceId: fact.id,
    level: fact.level,
    // Every planned package and every stream has its own report in the narrative.
    reports: true,
    code: fact.code_as_in_plan,
    titlePlan: fact.title_plan,
    titleReview: fact.title_deck,
    responsibleRole: fact.responsible_role,
    scheduleAsWritten: fact.schedule.text,
    scheduleStart: fact.schedule.start,
    scheduleEnd: fact.schedule.end,
    scheduleNote: fact.schedule.note ?? null,
    costEstimate: fact.cost_estimate.value,
    costAsWritten: fact.cost_estimate.as_written ?? null,
    costNote: fact.cost_estimate.note ?? null,
    costBasis: fact.cost_estimate.basis ?? null,
    lifecycle: lifecycleOf(fact.status),
    statusText: fact.status,
    statusAsWritten: fact.status_as_written,
    serviceAreaBasis: fact.service_area.basis,
    serviceAreaNote: fact.service_area.note ?? null,
    reviewSlides: fact.deck_slides.map(String),
    endedAsWritten: ended?.ended_as_written ?? null,
    endedCode: ended?.ended ?? null,
    endedTitle: ended?.title ?? null,
    endedSummary: ended?.summary ?? null,
    endedLinksMissing: ended?.links_without_url ?? null,
    remarks: markedDone.map(({ status_as_written: text, source, scope }) => ({
      kind: 'marked_done',
      text,
      source,
      ...(scope === undefined ? {} : { scope }),
    })),
    sort,
  }
}

function itemRows(fact: WorkPackageFact, endedOutputs: string[], { organisationId, ids }: Place) {
  const item =
    (kind: 'objective' | 'output' | 'next_step' | 'deviation' | 'ended_output') => (text: string, sort: number) => ({
      organisationId,
      workPackageId: ids('workPackage', fact.id),
      kind,
      type: null as string | null,
      text,
      sort,
    })
  const deviation = item('deviation')
  return [
    ...fact.objective_facts.map(item('objective')),
    ...fact.outputs.map(item('output')),
    ...fact.next_steps.map(item('next_step')),
    ...fact.deviations.map(({ type, text }, sort) => ({ ...deviation(text, sort), type })),
    ...endedOutputs.map(item('ended_output')),
  ]
}

function linkRows(fact: WorkPackageFact, endedLinks: LinkFact[], { organisationId, ids }: Place) {
  const link = (atEnd: boolean) => (one: LinkFact, sort: number) => ({
    organisationId,
    workPackageId: ids('workPackage', fact.id),
    label: one.label,
    url: one.url,
    note: one.note ?? null,
    atEnd,
    sort,
  })
  return [...fact.links.map(link(false)), ...endedLinks.map(link(true))]
}
