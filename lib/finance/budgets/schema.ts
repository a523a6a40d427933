import { z } from 'zod'
import {
  contradicts,
  optionalAmountField,
  projectFields,
  requiredText,
  shortText,
  versionField,
} from '@/lib/finance/schema'

const tableFields = {
  source: requiredText,
  stated: optionalAmountField,
  statedAsWritten: shortText(),
}

const agrees = ({ stated, statedAsWritten }: { stated: string | null; statedAsWritten: string | null }) =>
  !contradicts(stated, statedAsWritten)
const slip = { message: 'finance.error.writtenDiffers', path: ['statedAsWritten'] }

export const newTableSchema = z.object({ ...projectFields, ...tableFields }).refine(agrees, slip)
export const tableSchema = z
  .object({ ...projectFields, ...tableFields, id: z.uuid(), version: versionField })
  .refine(agrees, slip)

export type BudgetTableInput = {
  projectId: string
  source: string
  stated: string | null
  statedAsWritten: string | null
}
