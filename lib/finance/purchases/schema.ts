import { z } from 'zod'
import { type FundingShareRow, type VatBasis, vatBases } from '@/lib/finance/model'
import {
  always,
  businessIdField,
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

const contractor = z
  .object({
    id: optionalIdField,
    name: shortText(),
    businessId: businessIdField,
    role: z.enum(['contractor', 'subcontractor']).catch('contractor'),
    /** Row of the form in which the contractor stands that this one works for */
    worksFor: z
      .string()
      .regex(/^\d{0,3}$/)
      .optional(),
  })
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

/** `id`: the stored contractor that it is; `worksFor`: place in the list of the contractor that a subcontractor works for. */
export type ContractorInput = {
  id?: string | null
  name: string
  businessId: string | null
  isSubcontractor: boolean
  worksFor?: number | null
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
  contractors: ContractorInput[]
  /** Parts that other investments pay; an unknown part is null */
  parts: { investmentId: string; amount: string | null }[]
  shares: FundingShareRow[]
}

type Typed = Record<string, unknown> & z.output<z.ZodObject<typeof purchaseFields>>

function check({ value, issues }: { value: Typed; issues: z.core.$ZodRawIssue[] }): void {
  const wrong = (path: string[], message: string) => issues.push({ code: 'custom', input: value, path, message })
  if (contradicts(value.amount, value.amountAsWritten)) wrong(['amountAsWritten'], 'finance.error.writtenDiffers')
  for (const [at, { name, role, worksFor }] of Object.entries(value.contractors ?? {})) {
    if (name === null || !worksFor) continue
    const main = value.contractors?.[worksFor]
    if (role !== 'subcontractor') wrong(['contractors', at, 'worksFor'], 'finance.error.worksForRole')
    else if (!main?.name || main.role !== 'contractor') {
      wrong(['contractors', at, 'worksFor'], 'finance.error.worksForWhom')
    }
  }
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
    contractors: contractorsIn(typed.contractors ?? {}),
    parts: Object.values(typed.parts ?? {}).flatMap(({ investmentId: payer, amount: share }) =>
      payer === null ? [] : [{ investmentId: payer, amount: share }],
    ),
    shares: soundShares(typed),
  }
}

/** Rows with a name, in their order; what points to a row points to its place among them. */
function contractorsIn(typed: NonNullable<Typed['contractors']>): ContractorInput[] {
  const told = Object.entries(typed).filter(([, { name }]) => name !== null)
  const placeOf = (row: string | undefined) => told.findIndex(([at]) => at === row)
  return told.map(([, { id, name, businessId, role, worksFor }]) => ({
    ...{ id, name: name ?? '', businessId },
    isSubcontractor: role === 'subcontractor',
    worksFor: worksFor ? placeOf(worksFor) : null,
  }))
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
