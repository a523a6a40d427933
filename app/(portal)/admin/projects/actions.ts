'use server'

import { action } from '@/lib/access/action'
import { structureAddress } from '@/lib/plan/addresses'
import { makeProject } from '@/lib/project-packages/making/commands'
import { newProjectSchema } from '@/lib/project-packages/making/schema'

export const make = action(newProjectSchema, makeProject, ({ key }) => structureAddress(key))
