import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { requestWords } from '@/app/locale'
import { parseSince } from '@/lib/status-reports/differences/since/schema'
import { changedSince } from '@/lib/status-reports/views/model'
import { findReport } from '@/lib/status-reports/views/queries'
import { projectHere } from '../../../here'

/** `since` of the address: the return to compare with. */
export type ReturnSearch = { since?: string | string[] }
export type ReportParams = Promise<{ project: string; period: string; unit: string }>

/** The report an address names, with its project and the reader's words; "not found" when it is not the viewer's. */
export async function loadReport(params: ReportParams, asked?: Promise<ReturnSearch>) {
  const { project, period, unit } = await params
  const found = await readReport(project, period, unit)
  const since = parseSince((await asked) ?? {})
  return since === null ? found : { ...found, report: changedSince(found.report, since) }
}

/** Once per request: the page and its title ask for the same. */
const readReport = cache(async (key: string, periodKey: string, unitId: string) => {
  const [{ viewer, project }, t] = await Promise.all([projectHere(key), requestWords()])
  if (!z.uuid().safeParse(unitId).success) notFound()
  const report = await findReport(viewer, { projectId: project.id, periodKey, unitId })
  if (!report) notFound()
  return { viewer, t, project, report }
})
