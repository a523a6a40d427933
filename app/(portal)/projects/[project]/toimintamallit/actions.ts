'use server'

import { action } from '@/lib/access/action'
import { modelAddress } from '@/lib/toimintamallit/addresses'
import { addModel, editModel } from '@/lib/toimintamallit/commands'
import { editModelSchema, newModelSchema } from '@/lib/toimintamallit/schema'

export const add = action(newModelSchema, addModel, ({ id }, { project }) => modelAddress(project, id))
export const edit = action(editModelSchema, editModel, ({ id }, { project }) => modelAddress(project, id))
