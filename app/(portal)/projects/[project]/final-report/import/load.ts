import { notFound } from 'next/navigation'
import { canEditReport } from '@/lib/final-report/permissions'
import { loadReport } from '../../documents/load'

/** The report for those who may write it; "not found" for everybody else, and while there is no report. */
export async function loadForImport(key: string) {
  const { viewer, project, t, open } = await loadReport(key)
  if (!open || !canEditReport(viewer, project.id)) notFound()
  return { viewer, project, t, report: open.report }
}
