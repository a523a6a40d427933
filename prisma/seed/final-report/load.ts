import { systemViewer } from '@/lib/access/viewer'
import type { Place } from '../ids.ts'
import { loadKkk2FinalReport } from './kkk2.ts'
import { loadPlanTemplate } from './plan-template.ts'
import { loadSyliFinalReport } from './syli.ts'
import { loadReportTemplate } from './template.ts'

/** The report template and the demo projects' final reports, counted together; to be called when the projects are there. */
export async function loadFinalReports({
  syli,
}: {
  syli: Place
}): Promise<{ template: number; sections: number; blocks: number }> {
  const { sections: template } = await loadReportTemplate()
  await loadPlanTemplate()
  const viewer = systemViewer('demo-data')
  const reports = [await loadKkk2FinalReport(viewer), await loadSyliFinalReport(viewer, syli)]
  return {
    template,
    sections: reports.reduce((sum, { sections }) => sum + sections, 0),
    blocks: reports.reduce((sum, { blocks }) => sum + blocks, 0),
  }
}
