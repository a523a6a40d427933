import { asViewer, systemViewer } from '@/lib/access/viewer'
import { actionRows } from './actions.ts'
import { communicationRows } from './communications.ts'
import { dataTableRows } from './data-tables.ts'
import type { Kkk2, Kkk2Narrative } from './facts/kkk2.ts'
import { readKkk2, readKkk2Narrative } from './facts/read.ts'
import { budgetRows, purchaseRows } from './finance.ts'
import type { Place } from './ids.ts'
import { kkk2IndicatorRows } from './indicators.ts'
import { investmentRows, kkk2Levels, kkk2Nodes, levelRows } from './investments.ts'
import { insertKkk2Project, kkk2ProjectRows } from './kkk2-project.ts'
import { kkk2MeasurementRows } from './measurements.ts'
import { kkk2Periods, periodRows } from './periods.ts'
import { planChangeRows } from './plan-changes.ts'
import { importedReports, importReports } from './reports.ts'
import { riskRows } from './risks.ts'
import { insertRows, type Rows, together } from './rows.ts'
import { serviceAreaRows } from './service-areas.ts'
import { kkk2ToimintamalliRows } from './toimintamallit.ts'
import { workPackageRows } from './work-packages.ts'

const reviewed = kkk2Periods.q3.key

function kkk2Rows(facts: Kkk2, narrative: Kkk2Narrative, place: Place): Rows {
  return together(
    periodRows(Object.values(kkk2Periods), place),
    levelRows(place, kkk2Levels),
    investmentRows(place, kkk2Nodes(facts)),
    kkk2ProjectRows(facts, narrative, place),
    serviceAreaRows(facts, place),
    workPackageRows(facts, place),
    actionRows(facts, place),
    kkk2ToimintamalliRows(facts, place),
    kkk2IndicatorRows(facts, place),
    dataTableRows(facts, place),
    budgetRows(facts, place),
    purchaseRows(facts, reviewed, place),
    planChangeRows(facts, place),
    riskRows(facts, place),
    communicationRows(facts, reviewed, place),
  )
}

type Counts = Record<string, number>
export type LoadedUnits = { id: string; sourceId: string }[]

/** The first demo project with its two reported quarters; one transaction. */
export function loadKkk2(place: Place, programmeId: string): Promise<{ counts: Counts; units: LoadedUnits }> {
  const facts = readKkk2()
  const narrative = readKkk2Narrative()
  return asViewer(
    systemViewer('demo-data'),
    async (tx) => {
      await insertKkk2Project(tx, facts, place, programmeId)
      const counts = await insertRows(tx, kkk2Rows(facts, narrative, place))
      const reports = await importReports(importedReports(facts, narrative, place), place)
      const measured = await insertRows(
        tx,
        kkk2MeasurementRows(facts, place, (unit) => required(reports, unit)),
      )
      return {
        counts: { ...counts, measurement: measured.measurement ?? 0, statusReport: narrative.reports.length },
        units: facts.workpackages.map(({ id }) => ({ id: place.ids('workPackage', id), sourceId: id })),
      }
    },
    { seconds: 60 },
  )
}

function required(reports: Map<string, string>, unit: string): string {
  const id = reports.get(unit)
  if (!id) throw new Error(`${unit} has measurements but no report of ${reviewed}`)
  return id
}
