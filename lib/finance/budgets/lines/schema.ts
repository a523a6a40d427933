import { z } from 'zod'
import type { FundingShareRow, FundingSource } from '@/lib/finance/model'
import { always, checkShares, placeFields, readAmount, requiredText, shortText } from '@/lib/finance/schema'
import { soundShares } from '@/lib/finance/shares/model'
import { projectPlace, versionField } from '@/lib/projects/schema'

/** "-" in a budget: the line is not part of the project, which is neither zero nor unknown. */
const dash = /^[-–—−]$/

const lineAmount = z
  .string()
  .trim()
  .max(60, 'finance.error.amount')
  .transform((text, context): Pick<BudgetLineInput, 'amount' | 'amountAsWritten' | 'notInProject'> => {
    if (dash.test(text)) return { amount: null, amountAsWritten: text, notInProject: true }
    if (text === '') return { amount: null, amountAsWritten: null, notInProject: false }
    const read = readAmount(text)
    if ('amount' in read) return { amount: read.amount, amountAsWritten: text, notInProject: false }
    context.addIssue({ code: 'custom', message: read.error })
    return z.NEVER
  })

const year = z
  .string()
  .trim()
  .regex(/^(?:(?:19|20)\d\d)?$/, 'finance.error.year')
  .optional()
  .transform((text) => (text ? Number(text) : null))

const number = z
  .string()
  .trim()
  .regex(/^\d{0,5}$/, 'finance.error.number')
  .optional()
  .transform((text) => (text ? Number(text) : null))

const lineFields = {
  ...projectPlace,
  tableId: z.uuid(),
  ...placeFields,
  no: number,
  title: requiredText,
  pillarAsWritten: shortText(),
  investmentAsWritten: shortText(),
  year,
  amount: lineAmount,
}

export type BudgetLineInput = {
  projectId: string
  tableId: string
  investmentId: string | null
  workPackageId: string | null
  costType: string | null
  fundingSource: FundingSource | null
  no: number | null
  title: string
  pillarAsWritten: string | null
  investmentAsWritten: string | null
  year: number | null
  amount: string | null
  amountAsWritten: string | null
  notInProject: boolean
  shares: FundingShareRow[]
}

type Typed = Record<string, unknown> & z.output<z.ZodObject<typeof lineFields>>

function toInput(typed: Typed): BudgetLineInput & { project: string } {
  const { project, projectId, tableId, investmentId, workPackageId, costType, fundingSource } = typed
  const { no, title, pillarAsWritten, investmentAsWritten, year, amount } = typed
  const place = { project, projectId, tableId, investmentId, workPackageId, costType, fundingSource }
  return { ...place, no, title, pillarAsWritten, investmentAsWritten, year, ...amount, shares: soundShares(typed) }
}

export const newLineSchema = z.looseObject(lineFields).superRefine(checkShares, always).transform(toInput)

export const lineSchema = z
  .looseObject({ ...lineFields, id: z.uuid(), version: versionField })
  .superRefine(checkShares, always)
  .transform((typed) => ({ ...toInput(typed), id: typed.id, version: typed.version }))
