import { z } from 'zod'
import { documentKinds } from '@/lib/final-report/model'

/**
 * Which document a form was sent from: the project's key and the kind. Where a row is named, this decides nothing but where the
 * person is taken; where the document itself is meant, the rights in it are those of the kind.
 */
export const documentFields = {
  project: z.string().min(1).max(100),
  kind: z.enum(documentKinds).default('final_report'),
}
