// Bringing in a project package.
import { keepUpload } from '@/lib/project-packages/uploads/commands'
import { countyOf } from '@/tests/project-packages/county'
import type { Recipe } from '../recipe.mts'

const actions = 'app/(portal)/admin/packages/actions.ts'
const page = '/admin/packages'

async function sent() {
  const { admin, text } = await countyOf()
  const kept = await keepUpload(admin, { name: 'hanke.json', bytes: new TextEncoder().encode(text) })
  if (!kept.ok) throw new Error(kept.reason)
  return { who: admin, page: `${page}/${kept.value.id}`, having: ['upload', kept.value.id] as const }
}

export const packageRecipes: Recipe[] = [
  {
    of: 'POST /api/packages',
    adds: { StoredFile: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { admin: who, text } = await countyOf()
      return { form: { who, page, file: { field: 'file', name: 'hanke.json', bytes: Buffer.from(text) } } }
    },
  },
  {
    of: `${actions}#take`,
    adds: { Project: 1, WorkPackage: 1, StoredFile: -1, AuditEvent: 2 },
    prepare: async () => ({ form: await sent() }),
  },
  {
    of: `${actions}#remove`,
    adds: { StoredFile: -1, AuditEvent: 1 },
    prepare: async () => ({ form: await sent() }),
  },
]
