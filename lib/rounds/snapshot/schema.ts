import { z } from 'zod'
import { usualSettings } from '@/lib/projects/settings/model'
import { financeSchema } from '@/lib/rounds/snapshot/finance/schema'
import { dataTableSchema, indicatorSchema } from '@/lib/rounds/snapshot/indicators/schema'
import { type SnapshotBody, snapshotFormat } from '@/lib/rounds/snapshot/model'
import {
  communicationSchema,
  evidenceSchema,
  meetingSchema,
  planChangeSchema,
  riskSchema,
  tileSchema,
  toimintamalliSchema,
} from '@/lib/rounds/snapshot/registers/schema'
import { unitSchema } from '@/lib/rounds/snapshot/units/schema'

const words = z.string().nullable()
const period = z.object({ id: z.string(), key: z.string(), from: z.string(), to: z.string() })

export const bodySchema: z.ZodType<SnapshotBody> = z.object({
  format: z.literal(snapshotFormat),
  productVersion: z.string(),
  publishedBy: words,
  project: z.object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    organisationId: z.string(),
    organisationName: z.string(),
    programme: z.object({
      name: z.string(),
      shortName: z.string(),
      funder: z.string(),
      statement: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
    }),
    totalCost: words,
    totalCostAsWritten: words,
    periodAsWritten: words,
    communicationMessage: words,
    riskScale: z.number().default(usualSettings.riskScale),
    lights: z.boolean().default(usualSettings.lights),
  }),
  period,
  previous: period.nullable(),
  investments: z.array(
    z.object({
      id: z.string(),
      parentId: words,
      level: z.object({ key: z.string(), label: z.string(), depth: z.number() }),
      sourceId: z.string(),
      code: words,
      title: z.string(),
      isPlaceholder: z.boolean(),
    }),
  ),
  serviceAreas: z.array(z.object({ id: z.string(), parentId: words, name: z.string() })),
  units: z.array(unitSchema),
  indicators: z.array(indicatorSchema),
  dataTables: z.array(dataTableSchema),
  toimintamallit: z.array(toimintamalliSchema),
  finance: financeSchema,
  risks: z.array(riskSchema),
  planChanges: z.array(planChangeSchema),
  communications: z.array(communicationSchema),
  meetings: z.array(meetingSchema).default([]),
  evidence: z.array(evidenceSchema).default([]),
  tiles: z.array(tileSchema),
  reviewSlides: z.array(z.object({ id: z.string(), no: z.number(), title: z.string(), type: z.string() })),
})

/** What a stored text holds. @throws when it is not a body of this format: published data is never guessed at. */
export function readBody(text: string): SnapshotBody {
  return bodySchema.parse(JSON.parse(text))
}

/**
 * The text that is stored: what the format knows and nothing else, keys in alphabetical order everywhere, so that the same
 * data always gives the same bytes. @throws when something that the format needs is missing
 */
export function bodyText(body: SnapshotBody): string {
  return JSON.stringify(ordered(bodySchema.parse(body)))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  )
}
