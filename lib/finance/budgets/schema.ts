import { z } from 'zod'
import { contradicts, optionalAmountField, requiredText, shortText } from '@/lib/finance/schema'
import { projectPlace, versionField } from '@/lib/projects/schema'

const tableFields = {
  source: requiredText,
  stated: optionalAmountField,
  statedAsWritten: shortText(),
}

const agrees = ({ stated, statedAsWritten }: { stated: string | null; statedAsWritten: string | null }) =>
  !contradicts(stated, statedAsWritten)
const slip = { message: 'finance.error.writtenDiffers', path: ['statedAsWritten'] }

export const newTableSchema = z.object({ ...projectPlace, ...tableFields }).refine(agrees, slip)
export const tableSchema = z
  .object({ ...projectPlace, ...tableFields, id: z.uuid(), version: versionField })
  .refine(agrees, slip)

export type BudgetTableInput = {
  projectId: string
  source: string
  stated: string | null
  statedAsWritten: string | null
}
