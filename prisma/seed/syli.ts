import { asViewer, systemViewer } from '@/lib/access/viewer'
import { readSyli } from './facts/read.ts'
import type { Place } from './ids.ts'
import { syliIndicatorRows } from './indicators.ts'
import type { LoadedUnits } from './kkk2.ts'
import { syliMeasurementRows } from './measurements.ts'
import { syliMeetingRows } from './meetings.ts'
import { insertRows, together } from './rows.ts'
import { insertSyliProject, syliProjectRows } from './syli-project.ts'
import { syliToimintamalliRows } from './toimintamallit.ts'

type Counts = Record<string, number>

/** The second county's project: header, structure, toimintamallit and indicators of its final report; one transaction. */
export function loadSyli(place: Place, programmeId: string): Promise<{ counts: Counts; units: LoadedUnits }> {
  const facts = readSyli()
  return asViewer(
    systemViewer('demo-data'),
    async (tx) => {
      await insertSyliProject(tx, facts, place, programmeId)
      const counts = await insertRows(
        tx,
        together(
          syliProjectRows(facts, place),
          syliToimintamalliRows(facts, place),
          syliIndicatorRows(facts, place),
          syliMeasurementRows(facts, place),
          syliMeetingRows(facts, place),
        ),
      )
      return {
        counts,
        units: facts.workpackages.map(({ code }) => ({ id: place.ids('workPackage', code), sourceId: code })),
      }
    },
    { seconds: 60 },
  )
}
