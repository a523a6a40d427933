import { z } from 'zod'
import type { SnapshotEvidence } from '@/lib/rounds/snapshot/evidence/model'
import type { SnapshotMeeting } from '@/lib/rounds/snapshot/meetings/model'
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
  titleTag: words.default(null),
  takenIntoUse: use.default(null),
})

export const riskSchema: z.ZodType<SnapshotRisk> = z.object({
  id: z.string(),
  no: z.number().nullable(),
  kind: z.string(),
  description: z.string(),
  ownerRoles: z.array(z.string()),
  mitigations: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      state: z.enum(['planned', 'in_progress', 'done']).nullable().default(null),
      ownerRole: words.default(null),
      dueOn: words.default(null),
    }),
  ),
  workPackageId: words.default(null),
  closedOn: words,
  closedReason: words.default(null),
  assessments: z.array(
    z.object({
      id: z.string(),
      periodKey: words,
      probability: z.number().nullable(),
      impact: z.number().nullable(),
      points: z.number().nullable(),
      pointsAsWritten: z.number().nullable(),
      assessedOn: words,
      probabilityAfter: z.number().nullable().default(null),
      impactAfter: z.number().nullable().default(null),
      note: words.default(null),
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
  inForceFrom: words.default(null),
  rejectedReason: words.default(null),
  effects: z
    .array(
      z.object({
        id: z.string(),
        investmentId: words,
        workPackageId: words,
        year: z.number().nullable(),
        costType: words,
        oldAmount: words,
        newAmount: words,
      }),
    )
    .default([]),
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
  aim: words.default(null),
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['what', 'done', 'planned']),
      text: z.string(),
      happenedOn: words.default(null),
      url: words.default(null),
    }),
  ),
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

const decision = z.object({
  id: z.string(),
  text: z.string(),
  decidedOn: words,
  decidedAsWritten: words,
  concerns: z.array(
    z.object({
      kind: z.enum(['work_package', 'toimintamalli', 'investment', 'purchase', 'plan_change', 'section']),
      id: z.string(),
    }),
  ),
})

export const meetingSchema: z.ZodType<SnapshotMeeting> = z.object({
  id: z.string(),
  body: z.string(),
  title: z.string(),
  heldOn: words,
  dateAsWritten: words,
  state: z.enum(['draft', 'checked', 'approved']),
  handles: z.boolean(),
  items: z.array(
    z.object({
      id: z.string(),
      number: z.number().nullable(),
      year: z.number().nullable(),
      title: z.string(),
      proposal: words,
      workPackageId: words,
      planChangeId: words,
      decisions: z.array(decision),
    }),
  ),
})

export const evidenceSchema: z.ZodType<SnapshotEvidence> = z.object({
  id: z.string(),
  subject: z.object({
    kind: z.enum(['measurement', 'target', 'action', 'purchase', 'decision', 'toimintamalli', 'report']),
    id: z.string(),
  }),
  label: z.string(),
  url: words,
  file: z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number() }).nullable(),
  path: words,
  addedAt: z.string(),
})
