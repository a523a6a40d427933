import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { requestWords } from '@/app/locale'
import { findReport } from '@/lib/status-reports/views/queries'
import { projectHere } from '../../../here'

export type ReportParams = Promise<{ project: string; period: string; unit: string }>

/** The report an address names, with its project and the reader's words; "not found" when it is not the viewer's. */
export async function loadReport(params: ReportParams) {
  const { project, period, unit } = await params
  return readReport(project, period, unit)
}

/** Once per request: the page and its title ask for the same. */
const readReport = cache(async (key: string, periodKey: string, unitId: string) => {
  const [{ viewer, project }, t] = await Promise.all([projectHere(key), requestWords()])
  if (!z.uuid().safeParse(unitId).success) notFound()
  const report = await findReport(viewer, { projectId: project.id, periodKey, unitId })
  if (!report) notFound()
  return { viewer, t, project, report }
})
