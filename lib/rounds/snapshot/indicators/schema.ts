import { z } from 'zod'
import { accumulations, figureFields, indicatorScopes, targetOperators } from '@/lib/indicators/model'
import type { SnapshotDataTable } from '@/lib/rounds/snapshot/data-tables/model'
import type { SnapshotIndicator } from '@/lib/rounds/snapshot/model'
import { judgementReasons, verdicts } from '@/lib/values/judge'
import { qualifiers, unknownKinds, valueKinds } from '@/lib/values/typed-value'

const words = z.string().nullable()
const time = z.object({ asWritten: words, code: words, from: words, to: words, basis: words })

const cell = z.object({
  label: z.string(),
  dimensions: z.record(z.string(), z.string()),
  asWritten: words,
  number: words,
  unit: words,
  qualifier: z.enum(qualifiers),
  unknown: z.enum(unknownKinds).nullable(),
})

const value = z.object({
  asWritten: words,
  kind: z.enum(valueKinds),
  number: words,
  numberTo: words,
  qualifier: z.enum(qualifiers),
  unit: words,
  n: z.number().nullable(),
  scope: words,
  text: words,
  yes: z.boolean().nullable(),
  unknown: z.enum(unknownKinds).nullable(),
  cells: z.array(cell),
  note: words,
  source: words,
  flags: z.array(z.string()),
})

const target = z.object({
  id: z.string(),
  role: z.enum(['interim', 'final', 'alternative']),
  operator: z.enum(targetOperators).nullable(),
  operatorText: words,
  asWritten: words,
  text: words,
  number: words,
  unit: words,
  time,
  definition: words,
  source: words,
  superseded: z.object({ on: words, at: words, reason: words }).nullable(),
  reached: z.object({ on: z.string(), note: words }).nullable().default(null),
})

export const correctionSchema = z.object({
  field: z.enum(figureFields),
  before: z.string(),
  after: z.string(),
  at: z.string(),
  reason: z.string(),
  eventId: z.string(),
})

const step = z.object({ role: words, at: z.string() }).nullable()
const origin = z.object({
  reportId: z.string(),
  unitId: z.string(),
  periodKey: z.string(),
  entered: step,
  submitted: step,
  approved: step,
})

const measurement = z.object({
  id: z.string(),
  reportId: words,
  role: z.enum(['actual', 'baseline', 'comparison']),
  value,
  area: words,
  time,
  change: z.object({ number: words, unit: words, base: words, note: words }).nullable(),
  meetsTarget: z.boolean().nullable(),
  // Snapshots written before figures could be corrected say nothing of it.
  corrections: z.array(correctionSchema).default([]),
  origin: origin.nullable().default(null),
})

export const indicatorSchema: z.ZodType<SnapshotIndicator> = z.object({
  id: z.string(),
  sourceId: z.string(),
  scope: z.enum(indicatorScopes),
  workPackageId: words,
  investmentId: words,
  actionNo: z.number().nullable(),
  name: z.string(),
  kind: words,
  unit: words,
  direction: z.enum(['up', 'down', 'reach', 'monitor']).nullable(),
  definition: words,
  // Snapshots written before definitions said these know nothing of them.
  accumulation: z.enum(accumulations).nullable().default(null),
  formula: words.default(null),
  producer: words.default(null),
  method: words.default(null),
  owner: words.default(null),
  seeIndicatorOf: words,
  horizon: words,
  note: words,
  source: words,
  clarifications: z.array(z.string()),
  dimensions: z.array(z.string()),
  versions: z.array(
    z.object({
      id: z.string(),
      version: z.number(),
      name: z.string(),
      // Snapshots written before versions said this: the same as the indicator's.
      scope: z.enum(indicatorScopes).nullable().default(null),
      unit: words,
      definition: words,
      reason: words,
      supersededOn: words,
    }),
  ),
  targets: z.array(target),
  measurements: z.array(measurement),
  judgements: z.array(
    z.object({
      targetId: z.string(),
      measurementId: words,
      scope: words,
      verdict: z.enum(verdicts),
      reason: z.enum(judgementReasons),
      met: z.boolean().nullable(),
    }),
  ),
})

export const dataTableSchema: z.ZodType<SnapshotDataTable> = z.object({
  id: z.string(),
  sourceId: z.string(),
  workPackageId: words,
  investmentId: words,
  indicatorId: words,
  kind: z.string(),
  title: z.string(),
  notes: z.array(z.string()),
  columns: z.array(z.object({ key: z.string(), title: z.string(), unit: words })),
  rows: z.array(
    z.array(
      z.object({ id: z.string(), column: z.string(), part: z.string(), text: words, number: words, unknown: words }),
    ),
  ),
})
