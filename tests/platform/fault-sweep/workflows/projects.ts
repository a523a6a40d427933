// Projects, counties and people: made, brought in, invited, destroyed.
import { randomUUIDv7 } from 'node:crypto'
import { acceptFirstAdministrator, addCounty } from '@/lib/access/invitations'
import { acceptLink } from '@/lib/access/people/accepting/commands'
import { addPerson } from '@/lib/access/people/commands'
import { signInActor } from '@/lib/access/queries'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { importPackage } from '@/lib/project-packages/commands'
import { makeProject } from '@/lib/project-packages/making/commands'
import { keepUpload, takeUpload } from '@/lib/project-packages/uploads/commands'
import { carryOut } from '@/lib/retention/destruction/commands'
import { decideList, prepareList } from '@/lib/retention/lists/commands'
import { addRule } from '@/lib/retention/rules/commands'
import type { Workflow } from '@/tests/platform/fault-sweep/sweep'
import { must } from '@/tests/platform/fault-sweep/workflows/must'
import { countyOf } from '@/tests/project-packages/county'
import { fullPackage } from '@/tests/project-packages/full'
import { makeFinances } from '@/tests/support/builders/finance'
import { makePersonIn, makeRound } from '@/tests/support/builders/round'

const operator = systemViewer('operator')
let made = 0
const fresh = (): string => {
  made += 1
  return `haara-${process.pid}-${made}`
}
const secretIn = (url: string | null): string => new URL(url ?? '').searchParams.get('secret') ?? ''

/** A county whose project ended long ago, and a list by which all of it is destroyed, decided by a second administrator. */
async function decidedList() {
  const round = await makeFinances()
  await asViewer(operator, (tx) =>
    tx.project.update({ where: { id: round.projectId }, data: { periodEnd: '2020-12' } }),
  )
  const [admin, second] = [await makePersonIn(round, 'admin'), await makePersonIn(round, 'admin', 'toinen')]
  must(await addRule(admin, { kind: 'project', programme: null, start: 'project_end', years: 0, basis: 'Arkistolaki' }))
  return { admin, second, prepare: () => prepareList(admin, { year: 2024 }) }
}

async function newPerson() {
  const round = await makeRound()
  const roles = [{ role: 'coordinator' as const, projectId: round.projectId }]
  const given = { name: 'Tulija', email: `${fresh()}@example.fi`, locale: 'fi' as const, roles, way: 'show' as const }
  return { admin: await makePersonIn(round, 'admin'), given }
}

let shared: Promise<void> | null = null

/** A county of its own each time, so that the same can be brought in again. */
async function bringIn(): Promise<void> {
  const key = fresh()
  const { text } = fullPackage({ id: randomUUIDv7(), key, name: key })
  const answer = await importPackage(operator, { text, key })
  if (!answer.ok || answer.value.outcome !== 'imported') throw new Error(JSON.stringify(answer).slice(0, 500))
}

export const projectWorkflows: Workflow[] = [
  {
    name: 'making a project with the structure of another',
    least: 15,
    prepare: async () => {
      const round = await makeFinances()
      const admin = await makePersonIn(round, 'admin')
      const { id: programmeId } = await asViewer(operator, (tx) => tx.programme.findFirstOrThrow())
      const empty = { term: null, language: 'fi' as const, totalCost: null, totalCostAsWritten: null }
      const given = { ...empty, key: fresh().slice(0, 40), name: 'Uusi hanke', programmeId, sourceId: round.projectId }
      return async () => must(await makeProject(admin, given))
    },
  },
  {
    name: 'bringing in a project package with something in every table',
    least: 100,
    prepare: async () => {
      // What counties share, such as programmes, comes with the first package and stays.
      shared ??= bringIn()
      await shared
      return bringIn
    },
  },
  {
    name: 'taking in a package that was sent',
    least: 20,
    inSteps: true,
    prepare: async () => {
      const { admin, text } = await countyOf()
      const { id } = must(await keepUpload(admin, { name: 'hanke.json', bytes: new TextEncoder().encode(text) }))
      return async () => {
        const answer = await takeUpload(admin, { upload: id, key: undefined })
        if (!answer.ok) throw new Error(JSON.stringify(answer).slice(0, 500))
      }
    },
  },
  {
    name: 'making a county',
    least: 6,
    prepare: async () => {
      const key = fresh()
      return async () => must(await addCounty(operator, { key, name: key, again: false }))
    },
  },
  {
    name: 'accepting the invitation of a first administrator',
    least: 10,
    prepare: async () => {
      const key = fresh()
      const { url } = must(await addCounty(operator, { key, name: key, again: false }))
      const given = { email: `${key}@example.fi`, password: 'neljä pitkää sanaa', organisation: key }
      return async () => must(await acceptFirstAdministrator(signInActor(), { ...given, secret: secretIn(url) }))
    },
  },
  {
    name: 'adding a person with a role and a link',
    least: 10,
    prepare: async () => {
      const { admin, given } = await newPerson()
      return async () => must(await addPerson(admin, given))
    },
  },
  {
    name: 'accepting an invitation',
    least: 8,
    prepare: async () => {
      const { admin, given } = await newPerson()
      const { link } = must(await addPerson(admin, given))
      const from = { address: fresh(), userAgent: null }
      return async () =>
        must(await acceptLink(signInActor(), { secret: secretIn(link), password: 'neljä pitkää sanaa' }, from))
    },
  },
  {
    name: 'preparing a list of destruction',
    least: 8,
    prepare: async () => {
      const { prepare } = await decidedList()
      return async () => must(await prepare())
    },
  },
  {
    name: 'destroying what is on a list',
    least: 30,
    inSteps: true,
    prepare: async () => {
      const { admin, second, prepare } = await decidedList()
      const { listId } = must(await prepare())
      must(await decideList(second, { listId, version: 1, decision: 'approve', reason: '' }))
      return async () => {
        const done = must(await carryOut(admin, { listId }))
        if (!done.closed) throw new Error(JSON.stringify(done))
      }
    },
  },
]
