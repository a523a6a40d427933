import { z } from 'zod'
import { always, checkShares, projectFields, versionField } from '@/lib/finance/schema'
import { soundShares } from '@/lib/finance/shares/model'

/** Funding sources of the whole project. */
export const fundingSchema = z
  .looseObject({ ...projectFields, version: versionField })
  .superRefine(checkShares, always)
  .transform((typed) => ({
    project: typed.project,
    projectId: typed.projectId,
    version: typed.version,
    shares: soundShares(typed),
  }))
