import { z } from 'zod'
import { always, checkShares } from '@/lib/finance/schema'
import { soundShares } from '@/lib/finance/shares/model'
import { projectPlace, versionField } from '@/lib/projects/schema'

/** Funding sources of the whole project. */
export const fundingSchema = z
  .looseObject({ ...projectPlace, version: versionField })
  .superRefine(checkShares, always)
  .transform((typed) => ({
    project: typed.project,
    projectId: typed.projectId,
    version: typed.version,
    shares: soundShares(typed),
  }))
