import { z } from 'zod'
import { optionalDay, requiredText } from '@/lib/finance/schema'
import { projectPlace, versionField } from '@/lib/projects/schema'
import { optionalIdField } from '@/lib/values/form-fields'

const ownerFields = {
  ...projectPlace,
  itemId: optionalIdField,
  contractorId: optionalIdField,
  firstNames: requiredText,
  lastName: requiredText,
  bornOn: optionalDay,
  roleFrom: optionalDay,
}

type Days = { bornOn: string | null; roleFrom: string | null }

function check({ value, issues }: { value: Days; issues: z.core.$ZodRawIssue[] }): void {
  if (value.bornOn === null || value.roleFrom === null || value.bornOn < value.roleFrom) return
  issues.push({ code: 'custom', input: value, path: ['roleFrom'], message: 'finance.error.roleBeforeBirth' })
}

export const newOwnerSchema = z.object(ownerFields).check(check)
export const ownerSchema = z.object({ ...ownerFields, id: z.uuid(), version: versionField }).check(check)

/** A beneficial owner of the recipient of a support or of a contractor. */
export type OwnerInput = {
  projectId: string
  itemId: string | null
  contractorId: string | null
  firstNames: string
  lastName: string
  bornOn: string | null
  roleFrom: string | null
}
