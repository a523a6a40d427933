import { z } from 'zod'
import { readBusinessId } from '@/lib/finance/business-ids/model'
import { type FundingShareRow, type VatBasis, vatBases } from '@/lib/finance/model'
import {
  always,
  checkShares,
  contradicts,
  longText,
  optionalAmountField,
  optionalDay,
  requiredText,
  shortText,
  withRows,
} from '@/lib/finance/schema'
import { soundShares } from '@/lib/finance/shares/model'
import { projectPlace, versionField } from '@/lib/projects/schema'
import { optionalIdField } from '@/lib/values/form-fields'

const businessId = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    const read = text ? readBusinessId(text) : null
    if (text && read === null) context.addIssue({ code: 'custom', message: 'finance.error.businessId' })
    return read
  })

const contractor = z
  .object({ name: shortText(), businessId, role: z.enum(['contractor', 'subcontractor']).catch('contractor') })
  .refine(({ name, businessId: id }) => name !== null || id === null, {
    message: 'finance.error.contractorName',
    path: ['name'],
  })

const part = z
  .object({ investmentId: optionalIdField, amount: optionalAmountField })
  .refine(({ investmentId, amount }) => investmentId !== null || amount === null, {
    message: 'finance.error.partInvestment',
    path: ['investmentId'],
  })

const rows = <S extends z.ZodType>(row: S) => z.record(z.string().regex(/^\d{1,3}$/), row).optional()

const purchaseFields = {
  ...projectPlace,
  title: requiredText,
  investmentId: optionalIdField,
  workPackageId: optionalIdField,
  periodId: optionalIdField,
  amount: optionalAmountField,
  amountAsWritten: shortText(),
  vatBasis: z
    .union([z.literal(''), z.enum(vatBases)])
    .optional()
    .transform((basis) => basis || null),
  supplier: shortText(),
  contract: longText,
  contractOn: optionalDay,
  decisionText: longText,
  decidedOn: optionalDay,
  caseNumber: shortText(),
  isSmall: z
    .literal('yes')
    .optional()
    .transform((said) => said === 'yes'),
  note: longText,
  contractors: rows(contractor),
  parts: rows(part),
}

export type PurchaseInput = {
  projectId: string
  title: string
  investmentId: string | null
  workPackageId: string | null
  periodId: string | null
  /** Euros; null: unknown */
  amount: string | null
  amountAsWritten: string | null
  vatBasis: VatBasis | null
  supplier: string | null
  contract: string | null
  contractOn: string | null
  decisionText: string | null
  decidedOn: string | null
  caseNumber: string | null
  isSmall: boolean
  note: string | null
  contractors: { name: string; businessId: string | null; isSubcontractor: boolean }[]
  /** Parts that other investments pay; an unknown part is null */
  parts: { investmentId: string; amount: string | null }[]
  shares: FundingShareRow[]
}

type Typed = Record<string, unknown> & z.output<z.ZodObject<typeof purchaseFields>>

function check({ value, issues }: { value: Typed; issues: z.core.$ZodRawIssue[] }): void {
  const wrong = (path: string[], message: string) => issues.push({ code: 'custom', input: value, path, message })
  if (contradicts(value.amount, value.amountAsWritten)) wrong(['amountAsWritten'], 'finance.error.writtenDiffers')
  const paying = new Set(value.investmentId ? [value.investmentId] : [])
  for (const [at, { investmentId }] of Object.entries(value.parts ?? {})) {
    if (investmentId && paying.has(investmentId)) wrong(['parts', at, 'investmentId'], 'finance.error.partTwice')
    if (investmentId) paying.add(investmentId)
  }
}

function toInput(typed: Typed): PurchaseInput & { project: string } {
  const { project, projectId, title, investmentId, workPackageId, periodId, amount, amountAsWritten, vatBasis } = typed
  const { supplier, contract, contractOn, decisionText, decidedOn, caseNumber, isSmall, note } = typed
  const place = { project, projectId, title, investmentId, workPackageId, periodId }
  const papers = { supplier, contract, contractOn, decisionText, decidedOn, caseNumber, isSmall, note }
  return {
    ...place,
    ...papers,
    amount,
    amountAsWritten,
    vatBasis,
    contractors: Object.values(typed.contractors ?? {}).flatMap(({ name, businessId: id, role }) =>
      name === null ? [] : [{ name, businessId: id, isSubcontractor: role === 'subcontractor' }],
    ),
    parts: Object.values(typed.parts ?? {}).flatMap(({ investmentId: payer, amount: share }) =>
      payer === null ? [] : [{ investmentId: payer, amount: share }],
    ),
    shares: soundShares(typed),
  }
}

export const newPurchaseSchema = z.preprocess(
  withRows,
  z.looseObject(purchaseFields).check(check).superRefine(checkShares, always).transform(toInput),
)

export const purchaseSchema = z.preprocess(
  withRows,
  z
    .looseObject({ ...purchaseFields, id: z.uuid(), version: versionField })
    .check(check)
    .superRefine(checkShares, always)
    .transform((typed) => ({ ...toInput(typed), id: typed.id, version: typed.version })),
)
