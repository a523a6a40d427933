'use server'

import { action } from '@/lib/access/action'
import { createPlan } from '@/lib/final-report/commands'
import { createReportSchema } from '@/lib/final-report/editing/schema'
import { makePlanVersion } from '@/lib/final-report/plan-document/commands'
import { planVersionSchema } from '@/lib/final-report/plan-document/schema'
import { planDocumentAddress } from '@/lib/plan/addresses'

const toDocument = (_done: unknown, { project }: { project: string }) => planDocumentAddress(project)

/** Begins the plan as a document. */
export const begin = action(
  createReportSchema,
  (viewer, { project, template, language }) =>
    createPlan(viewer, { projectKey: project, templateKey: template, language }),
  toDocument,
)
export const makeVersion = action(planVersionSchema, makePlanVersion, toDocument)
