// Rules of keeping, holds, lists of destruction.
import { asViewer } from '@/lib/access/viewer'
import { holdsAddress, listAddress, newRuleAddress, retentionAddress, ruleAddress } from '@/lib/retention/addresses'
import { placeHold } from '@/lib/retention/holds/commands'
import { decideList, prepareList } from '@/lib/retention/lists/commands'
import { addRule } from '@/lib/retention/rules/commands'
import { makePersonIn, makeRound } from '@/tests/support/builders/round'
import type { Recipe } from '../recipe.mts'
import { must } from '../scene.mts'

const actions = 'app/(portal)/admin/retention/actions.ts'
const rule = { kind: 'project', programme: null, start: 'project_end', years: 0, basis: 'Arkistolaki' } as const

/** A county whose project ended long ago, with two administrators. */
async function place() {
  const round = await makeRound()
  await asViewer(round.system, (tx) =>
    tx.project.update({ where: { id: round.projectId }, data: { periodEnd: '2020-12' } }),
  )
  return { round, who: await makePersonIn(round, 'admin'), second: await makePersonIn(round, 'admin', 'toinen') }
}

async function withRule() {
  const here = await place()
  must(await addRule(here.who, rule))
  const { id } = await asViewer(here.round.system, (tx) =>
    tx.retentionRule.findFirstOrThrow({ where: { organisationId: here.round.organisationId } }),
  )
  return { ...here, page: ruleAddress(id) }
}

async function withList() {
  const here = await withRule()
  const made = await prepareList(here.who, { year: 2024 })
  if (!made.ok) throw new Error(made.reason)
  return { ...here, listId: made.value.listId, page: listAddress(made.value.listId) }
}

export const retentionRecipes: Recipe[] = [
  {
    of: `${actions}#add`,
    adds: { RetentionRule: 1, AuditEvent: 1 },
    prepare: async () => ({
      form: {
        who: (await place()).who,
        page: newRuleAddress,
        fill: { kind: 'project', programme: '', start: 'project_end', years: '10', basis: 'Arkistolaki' },
      },
    }),
  },
  {
    of: `${actions}#change`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await withRule()
      return { form: { who, page, fill: { years: '12' } } }
    },
  },
  {
    of: `${actions}#remove`,
    adds: { RetentionRule: -1, AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await withRule()
      return { form: { who, page } }
    },
  },
  {
    of: `${actions}#hold`,
    adds: { RetentionHold: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { who, round } = await place()
      return { form: { who, page: holdsAddress, fill: { project: round.projectId, kind: '', reason: 'Tarkastus' } } }
    },
  },
  {
    of: `${actions}#lift`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who, round } = await place()
      must(await placeHold(who, { project: round.projectId, kind: null, reason: 'Tarkastus' }))
      return { form: { who, page: holdsAddress, fill: { reason: 'Ohi' } } }
    },
  },
  {
    of: `${actions}#prepare`,
    adds: { DestructionList: 1, DestructionItem: 1, AuditEvent: 1 },
    prepare: async () => ({
      form: { who: (await withRule()).who, page: retentionAddress, fill: { year: '2024' } },
    }),
  },
  {
    of: `${actions}#leaveOutLine`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await withList()
      return { form: { who, page, fill: { reason: 'Vielä käytössä' } } }
    },
  },
  {
    of: `${actions}#withdraw`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await withList()
      return { form: { who, page, fill: { reason: 'Väärä vuosi' } } }
    },
  },
  {
    of: `${actions}#decide`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { second, page } = await withList()
      return { form: { who: second, page, fill: { decision: 'refuse', reason: 'Ei vielä' } } }
    },
  },
  {
    // Under a hold, so that what is told of it are the acts of the list and not the rows of a whole project.
    of: `${actions}#destroy`,
    adds: { AuditEvent: 2 },
    prepare: async () => {
      const { who, second, page, listId, round } = await withList()
      must(await decideList(second, { listId, version: 1, decision: 'approve', reason: '' }))
      must(await placeHold(who, { project: round.projectId, kind: null, reason: 'Tarkastus' }))
      return { form: { who, page } }
    },
  },
]
