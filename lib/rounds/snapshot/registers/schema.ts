import { z } from 'zod'
import type {
  SnapshotCommunication,
  SnapshotPlanChange,
  SnapshotRisk,
  SnapshotTile,
  SnapshotToimintamalli,
} from '@/lib/rounds/snapshot/model'

const words = z.string().nullable()
const use = z.enum(['yes', 'no', 'partly']).nullable()

export const toimintamalliSchema: z.ZodType<SnapshotToimintamalli> = z.object({
  id: z.string(),
  name: z.string(),
  workPackageId: words,
  investmentIds: z.array(z.string()),
  innokylaUrl: words,
  described: z.boolean().nullable(),
  piloted: use,
  pilotedAsWritten: words,
  stayedInUse: use,
  stayedInUseAsWritten: words,
  statusText: words,
  goals: z.array(z.string()),
  goalMet: z.enum(['yes', 'partly', 'no', 'unknown']).nullable(),
  results: z.array(z.string()),
  ownerAfterProject: words,
  note: words,
})

export const riskSchema: z.ZodType<SnapshotRisk> = z.object({
  id: z.string(),
  no: z.number().nullable(),
  kind: z.string(),
  description: z.string(),
  ownerRoles: z.array(z.string()),
  mitigations: z.array(z.object({ id: z.string(), text: z.string() })),
  closedOn: words,
  assessments: z.array(
    z.object({
      id: z.string(),
      periodKey: words,
      probability: z.number().nullable(),
      impact: z.number().nullable(),
      points: z.number().nullable(),
      pointsAsWritten: z.number().nullable(),
      assessedOn: words,
    }),
  ),
})

export const planChangeSchema: z.ZodType<SnapshotPlanChange> = z.object({
  id: z.string(),
  no: z.number().nullable(),
  title: z.string(),
  what: words,
  why: words,
  investmentId: words,
  workPackageId: words,
  workPackageAsWritten: words,
  state: z.enum(['proposed', 'in_preparation', 'decided', 'in_force', 'rejected']),
  oldText: words,
  newText: words,
  oldAmount: words,
  newAmount: words,
  decided: z.array(z.object({ asWritten: z.string(), timeCode: z.string() })),
})

export const communicationSchema: z.ZodType<SnapshotCommunication> = z.object({
  id: z.string(),
  no: z.number().nullable(),
  topic: z.string(),
  audience: words,
  statusText: words,
  responsibleRole: words,
  channels: z.array(z.string()),
  dateAsWritten: words,
  items: z.array(z.object({ id: z.string(), kind: z.enum(['what', 'done', 'planned']), text: z.string() })),
})

export const tileSchema: z.ZodType<SnapshotTile> = z.object({
  id: z.string(),
  serviceAreaId: z.string(),
  slide: z.number().nullable(),
  unitAsWritten: words,
  text: z.string(),
  statusAsWritten: words,
  workPackageIds: z.array(z.string()),
})
