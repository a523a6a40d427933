// Keys of the reporting API.
import { createKey } from '@/lib/reporting-api/keys/commands'
import { makePersonIn, makeRound } from '@/tests/support/builders/round'
import type { Recipe } from '../recipe.mts'
import { must } from '../scene.mts'

const actions = 'app/(portal)/admin/api-keys/actions.ts'
const page = '/admin/api-keys'

export const reportingApiRecipes: Recipe[] = [
  {
    of: `${actions}#makeKey`,
    adds: { ApiKey: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const who = await makePersonIn(await makeRound(), 'admin')
      return { form: { who, page, fill: { name: 'Power BI', project: '', scope: 'published', days: '90' } } }
    },
  },
  {
    of: `${actions}#endKey`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const who = await makePersonIn(await makeRound(), 'admin')
      must(await createKey(who, { name: 'Power BI', project: null, scope: 'published', days: 90 }))
      return { form: { who, page } }
    },
  },
]
