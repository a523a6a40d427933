import { z } from 'zod'
import type { SnapshotFinance } from '@/lib/rounds/snapshot/money/model'

const words = z.string().nullable()
const partial = z.object({ total: words, lines: z.number(), unknown: z.number() })

const row = z.object({
  id: z.string(),
  periodKey: words,
  investmentId: words,
  workPackageId: words,
  costType: words,
  fundingSource: words,
  amount: z.string(),
  asOf: words,
  note: words,
})

// Snapshots written before the registers were kept here say nothing of what has a default.
const shares = z.array(z.object({ source: z.string(), percent: z.string(), note: words })).default([])

const budget = z.object({
  id: z.string(),
  source: z.string(),
  stated: words,
  statedAsWritten: words,
  lines: z.array(
    z.object({
      id: z.string(),
      no: z.number().nullable(),
      investmentId: words,
      workPackageId: words,
      pillarAsWritten: words,
      investmentAsWritten: words,
      title: z.string(),
      year: z.number().nullable(),
      costType: words,
      fundingSource: words,
      amount: words,
      amountAsWritten: words,
      notInProject: z.boolean(),
      fundingShares: shares,
    }),
  ),
  sum: partial,
  notInProject: z.number(),
  difference: words,
  estimateDifference: words,
  notes: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['mismatch', 'observation']),
      level: words,
      investmentId: words,
      workPackageId: words,
      text: z.string(),
    }),
  ),
})

const purchase = z.object({
  id: z.string(),
  sourceId: z.string(),
  investmentId: words,
  workPackageId: words,
  tableNo: z.number().nullable(),
  title: z.string(),
  amount: words,
  amountAsWritten: words,
  vatBasis: z.enum(['included', 'excluded']).nullable(),
  supplier: words,
  contract: words,
  flag: words,
  note: words,
  isSmall: z.boolean().default(false),
  decisionText: words.default(null),
  decidedOn: words.default(null),
  contractOn: words.default(null),
  caseNumber: words.default(null),
  contractors: z
    .array(z.object({ id: z.string(), name: z.string(), businessId: words, isSubcontractor: z.boolean() }))
    .default([]),
  shares: z.array(z.object({ investmentId: z.string(), amount: words })).default([]),
  fundingShares: shares,
})

export const financeSchema: z.ZodType<SnapshotFinance> = z.object({
  budgets: z.array(budget),
  estimates: z.array(z.object({ workPackageId: z.string(), investmentId: words, amount: words, asWritten: words })),
  estimateSum: partial,
  actuals: z.array(row),
  forecasts: z.array(row),
  purchases: z.array(purchase),
  purchaseSum: partial,
  reservations: z.array(
    z.object({ id: z.string(), investmentId: words, amount: words, asWritten: words, note: words }),
  ),
  notes: z.array(z.object({ id: z.string(), investmentId: words, text: z.string() })),
  fundingShares: shares,
  byInvestment: z.array(
    z.object({
      investmentId: z.string(),
      budget: partial,
      notInProject: z.number(),
      estimates: partial,
      purchases: partial,
      actuals: words,
      forecast: words,
    }),
  ),
})
