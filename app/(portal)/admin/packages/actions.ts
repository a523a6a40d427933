'use server'

import { action } from '@/lib/access/action'
import { packagesAddress } from '@/lib/project-packages/addresses'
import { removeUpload, takeUpload } from '@/lib/project-packages/uploads/commands'
import { takeSchema, uploadSchema } from '@/lib/project-packages/uploads/schema'
import { projectAddress } from '@/lib/projects/addresses'

export const take = action(takeSchema, takeUpload, ({ key }) => projectAddress(key))
export const remove = action(uploadSchema, removeUpload, () => packagesAddress)
