import { z } from 'zod'
import { longText, rowFields } from '@/lib/plan/schema'
import { optionalIdField } from '@/lib/values/form-fields'

/** What is needed is a part, a linked project or a text; a part and a linked project are two dependencies. */
export const dependencySchema = z
  .object({
    ...rowFields,
    workPackageId: optionalIdField,
    neededId: optionalIdField,
    linkId: optionalIdField,
    text: longText,
  })
  .superRefine(({ workPackageId, neededId, linkId, text }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (neededId === null && linkId === null && text === null) wrong('text', 'plan.error.nothingNeeded')
    if (neededId !== null && linkId !== null) wrong('linkId', 'plan.error.twoNeeded')
    if (neededId !== null && neededId === workPackageId) wrong('neededId', 'plan.error.needsItself')
  })
export type DependencyInput = Omit<z.output<typeof dependencySchema>, 'project'>
