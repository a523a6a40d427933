import type { Viewer } from '@/lib/access/model'
import { findProjectDetails } from '@/lib/projects/details/queries'
import { findProject } from '@/lib/projects/queries'
import { findRegisters } from '@/lib/rounds/snapshot/registers/queries'
import { findReport } from '@/lib/status-reports/views/queries'

/** Everything the queries tell a viewer of one project. */
export async function shapesOf(viewer: Viewer, projectKey: string) {
  const header = await findProject(viewer, projectKey)
  const details = header && (await findProjectDetails(viewer, header.id))
  const registers = header && (await findRegisters(viewer, header.id))
  if (!header || !details || !registers) throw new Error(`${projectKey} is not to be seen`)
  return {
    header,
    details,
    ...registers,
  }
}

export type Shapes = Awaited<ReturnType<typeof shapesOf>>

/** Reports of every unit for the periods, as the report page reads them. */
export async function reportsOf(
  viewer: Viewer,
  { header, units }: Pick<Shapes, 'header' | 'units'>,
  periodKeys: string[],
) {
  const places = periodKeys.flatMap((periodKey) =>
    units.map((unit) => ({ projectId: header.id, periodKey, unitId: unit.id })),
  )
  const found = []
  for (const place of places) {
    const report = await findReport(viewer, place)
    if (report) found.push(report)
  }
  return found
}

export type ReportShapes = Awaited<ReturnType<typeof reportsOf>>
