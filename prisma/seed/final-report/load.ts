import { systemViewer } from '@/lib/access/viewer'
import { loadKkk2FinalReport } from './kkk2.ts'
import { loadReportTemplate } from './template.ts'

/** The report template, and the demo project's final report; to be called when the projects are there. */
export async function loadFinalReports(): Promise<{ template: number; sections: number; blocks: number }> {
  const { sections: template } = await loadReportTemplate()
  return { template, ...(await loadKkk2FinalReport(systemViewer('demo-data'))) }
}
