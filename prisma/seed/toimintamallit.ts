import type { UseState } from '@/generated/prisma/client'
import type { Kkk2 } from './facts/kkk2.ts'
import type { Syli, SyliToimintamalliFact } from './facts/syli.ts'
import type { Place } from './ids.ts'
import type { Rows } from './rows.ts'

/** Toimintamallit that the review links to; whether they were piloted or stayed in use is not told. */
export function kkk2ToimintamalliRows(facts: Kkk2, { organisationId, projectId, ids }: Place): Rows {
  const all = facts.workpackages.flatMap((unit) => unit.toimintamallit.map((model) => ({ unit, model })))
  return {
    toimintamalli: all.map(({ unit, model }, sort) => ({
      organisationId,
      projectId,
      workPackageId: ids('workPackage', unit.id),
      name: model.name,
      innokylaUrl: model.url,
      note: model.note ?? null,
      sort,
    })),
  }
}

const useStates: Record<string, UseState> = { Kyllä: 'yes', Ei: 'no', 'Ei/osittain': 'partly' }

function useState(written: string | null): UseState | null {
  if (written === null) return null
  const state = useStates[written]
  if (!state) throw new Error(`use of a toimintamalli "${written}" has no state`)
  return state
}

export function syliToimintamalliRows(facts: Syli, { organisationId, projectId, ids }: Place): Rows {
  const all = facts.toimintamallit
  const idOf = (index: number) => ids('toimintamalli', String(index))
  return {
    toimintamalli: all.map((model, sort) => ({
      id: idOf(sort),
      organisationId,
      projectId,
      workPackageId: model.workpackage ? ids('workPackage', model.workpackage) : null,
      name: model.name,
      innokylaUrl: model.innokyla_url,
      describedInInnokyla: model.described_in_innokyla,
      listedInReportTable: model.in_table_4_2,
      tablePlace: model.table_line,
      piloted: useState(model.piloted),
      pilotedAsWritten: model.piloted,
      stayedInUse: useState(model.stayed_in_use),
      stayedInUseAsWritten: model.stayed_in_use,
      statusText: model.status_text,
      goals: model.goals_stated,
      goalMet: model.goal_met,
      goalMetBasis: model.goal_met_basis,
      results: model.key_results,
      place: model.line_range,
      sectionRef: model.section_id,
      sectionTitle: model.section_title,
      note: model.note,
      sort,
    })),
    toimintamalliInvestment: all.flatMap((model, index) =>
      model.investments.map((code, sort) => ({
        organisationId,
        toimintamalliId: idOf(index),
        investmentId: ids('investment', code),
        sort,
      })),
    ),
    toimintamalliAddress: all.flatMap((model, index) =>
      addresses(model).map(([place, url], sort) => ({
        organisationId,
        toimintamalliId: idOf(index),
        place,
        url,
        sort,
      })),
    ),
  }
}

/** Places of the report that give the address; they do not always agree. */
function addresses(model: SyliToimintamalliFact): [string, string][] {
  const given: [string, string | null][] = [
    ['table', model.innokyla_url_in_table_4_2],
    ['section', model.innokyla_url_in_section],
  ]
  return given.flatMap(([place, url]): [string, string][] => (url === null ? [] : [[place, url]]))
}
