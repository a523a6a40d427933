'use server'

import { action } from '@/lib/access/action'
import { createReport } from '@/lib/final-report/commands'
import { createReportSchema } from '@/lib/final-report/editing/schema'
import { finalReportAddress } from '@/lib/projects/addresses'

/** Begins the project's final report. */
export const begin = action(
  createReportSchema,
  (viewer, { project, template, language }) =>
    createReport(viewer, { projectKey: project, templateKey: template, language }),
  (_made, { project }) => finalReportAddress(project),
)
