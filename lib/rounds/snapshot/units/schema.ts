import { z } from 'zod'
import { actionStates } from '@/lib/actions/model'
import { correctionSchema } from '@/lib/rounds/snapshot/indicators/schema'
import type { SnapshotUnit } from '@/lib/rounds/snapshot/model'

const words = z.string().nullable()
const light = z.enum(['green', 'yellow', 'red'])
const status = z.object({
  light: light.nullable(),
  from: z.enum(['own', 'parts', 'none']),
  partId: words,
  reason: words,
})
const actionState = z.enum(actionStates)
const text = z.object({ entryId: z.string(), text: z.string() })
const moment = z.object({ role: words, at: z.string() }).nullable()

const action = z.object({
  id: z.string(),
  origin: z.enum(['plan', 'report']),
  no: z.number().nullable(),
  noAsWritten: words,
  section: words,
  title: z.string(),
  state: actionState.nullable(),
  statusText: words,
  statusAsWritten: words,
  started: words,
  done: words,
})

const report = z.object({
  id: z.string(),
  scope: z.enum(['full', 'rollup', 'ended', 'not_reported', 'earlier_facts']),
  submitted: moment,
  approved: moment,
  light: z.object({ entryId: z.string(), value: light }).nullable(),
  reason: text.nullable(),
  actions: z.array(
    z.object({
      actionId: words,
      actionNo: z.number().nullable(),
      text: text.nullable(),
      state: z.object({ entryId: z.string(), value: actionState }).nullable(),
    }),
  ),
  results: text.nullable(),
  nextSteps: text.nullable(),
  deviations: text.nullable(),
  planChange: text.nullable(),
  // Snapshots written before reports had this section say nothing of it.
  risks: text.nullable().default(null),
  indicators: z.array(text.extend({ indicatorId: z.string(), field: z.enum(['value', 'n', 'note', 'time']) })),
  toimintamallit: z.array(text.extend({ toimintamalliId: z.string() })),
  derivedFigures: z.array(z.string()),
  // As with risks: older snapshots know of none.
  corrections: z.array(correctionSchema.extend({ indicatorId: z.string() })).default([]),
  note: words,
  // Snapshots written before comments could be shown have none.
  comments: z
    .array(
      z.object({
        threadId: z.string(),
        path: z.string(),
        resolved: z.boolean(),
        comments: z.array(z.object({ id: z.string(), role: words, at: z.string(), text: z.string() })),
      }),
    )
    .default([]),
})

export const unitSchema: z.ZodType<SnapshotUnit> = z.object({
  id: z.string(),
  parentId: words,
  sourceId: z.string(),
  level: z.enum(['plan', 'stream']),
  reports: z.boolean(),
  code: words,
  title: z.string(),
  titlePlan: words,
  earlierTitles: z.array(z.string()),
  investmentId: words,
  covers: z.array(z.string()),
  coveredBy: z.array(z.string()),
  serviceAreaIds: z.array(z.string()),
  lifecycle: z.enum(['in_progress', 'completed', 'ended', 'not_reported']).nullable(),
  statusText: words,
  responsibleRole: words,
  schedule: z.object({ asWritten: words, start: words, end: words, note: words }),
  cost: z.object({ estimate: words, asWritten: words }),
  goals: z.array(z.string()),
  outputs: z.array(z.string()),
  actions: z.array(action),
  links: z.array(z.object({ id: z.string(), label: z.string(), url: words, note: words, atEnd: z.boolean() })),
  reviewSlides: z.array(z.string()),
  ended: z
    .object({
      asWritten: words,
      code: words,
      title: words,
      summary: words,
      outputs: z.array(z.string()),
      linksMissing: z.number().nullable(),
    })
    .nullable(),
  status,
  before: status.extend({ reported: z.boolean().optional() }).nullable(),
  report: report.nullable(),
})
