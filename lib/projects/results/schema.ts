import { z } from 'zod'
import { projectPlace, versionField } from '@/lib/projects/schema'

export const resultsSchema = z.object({ ...projectPlace, version: versionField, results: z.enum(['open', 'closed']) })
export type ResultsChange = Omit<z.output<typeof resultsSchema>, 'project'>
