// Projects that are made here, and their structure.
import { asViewer } from '@/lib/access/viewer'
import { saveInvestment } from '@/lib/plan/structure/investments/commands'
import { saveLevel } from '@/lib/plan/structure/levels/commands'
import { makePersonIn, makeRound, type Round } from '@/tests/support/builders/round'
import type { FormSending, Recipe } from '../recipe.mts'

const actions = 'app/(portal)/projects/[project]/structure/actions.ts'
function idOf(made: Awaited<ReturnType<typeof saveLevel>>): string {
  if (!made.ok) throw new Error(made.reason)
  return made.value.id
}
const nothing = { id: null, version: '', note: null, code: null, position: null, parentId: null }

async function levelIn({ director, projectId }: Round): Promise<string> {
  return idOf(await saveLevel(director, { ...nothing, projectId, key: 'taso', label: 'Taso', depth: 0 }))
}
async function investmentIn(round: Round): Promise<string> {
  const levelId = await levelIn(round)
  const { director, projectId } = round
  return idOf(await saveInvestment(director, { ...nothing, projectId, levelId, title: 'Osa' }))
}

const onPage =
  (page: (round: Round) => Promise<string>, fill: FormSending['fill']): Recipe['prepare'] =>
  async () => {
    const round = await makeRound()
    return { form: { who: round.director, page: `/projects/${round.projectKey}/structure/${await page(round)}`, fill } }
  }
const sure = { sure: 'yes' }

export const structureRecipes: Recipe[] = [
  {
    of: 'app/(portal)/admin/projects/actions.ts#make',
    adds: { Project: 1, AuditEvent: 1 },
    prepare: async () => {
      const round = await makeRound()
      const fill = { name: 'Uusi hanke', key: `uusi-${round.projectKey}`.slice(0, 40) }
      return { form: { who: await makePersonIn(round, 'admin'), page: '/admin/projects/new', fill } }
    },
  },
  {
    of: `${actions}#keepLevel`,
    adds: { InvestmentLevel: 1, AuditEvent: 1 },
    prepare: onPage(async () => 'levels/new', { key: 'pilari', label: 'Pilari', depth: '0' }),
  },
  {
    of: `${actions}#keepInvestment`,
    adds: { Investment: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: onPage(async (round) => ((await levelIn(round)) ? 'investments/new' : ''), { title: 'Investointi' }),
  },
  {
    of: `${actions}#keepUnit`,
    adds: { WorkPackage: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: onPage(async () => 'units/new', { titlePlan: 'Työpaketti' }),
  },
  {
    of: `${actions}#dropLevel`,
    adds: { InvestmentLevel: -1, AuditEvent: 1 },
    prepare: onPage(async (round) => `levels/${await levelIn(round)}`, sure),
  },
  {
    of: `${actions}#dropInvestment`,
    adds: { Investment: -1, AuditEvent: 1 },
    prepare: onPage(async (round) => `investments/${await investmentIn(round)}`, sure),
  },
  {
    of: `${actions}#dropUnit`,
    adds: { WorkPackage: -1, AuditEvent: 1 },
    prepare: onPage(async (round) => {
      const { organisationId, projectId } = round
      const data = {
        organisationId,
        projectId,
        sourceId: 'X',
        level: 'plan',
        reports: false,
        titlePlan: 'X',
        sort: 9,
      } as const
      return `units/${(await asViewer(round.system, (tx) => tx.workPackage.create({ data }))).id}`
    }, sure),
  },
]
