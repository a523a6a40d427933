// What programs are given is what the portal shows, and nothing that is not theirs.
import { beforeAll, describe, expect, it } from 'vitest'
import { collectListings } from '@/app/api/projects/[project]/lists/[list]/collect'
import { fingerprint } from '@/lib/access/fingerprint'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { words } from '@/lib/platform/words'
import { findProject } from '@/lib/projects/queries'
import { revokeKey } from '@/lib/reporting-api/keys/commands'
import { resources } from '@/lib/reporting-api/resources/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { bodyText } from '@/lib/rounds/snapshot/schema'
import { countLights } from '@/lib/steering/lights/model'
import { summarise } from '@/lib/steering/model'
import { findSnapshot, listPublished } from '@/lib/steering/queries'
import { sum } from '@/lib/values/decimal'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'
import { makeBody } from '@/tests/support/builders/snapshot'
import { ask, fresh, keyFor, type Row, rowsFrom } from './asking'

let admin: Viewer
let key: string
let body: SnapshotBody
const system = systemViewer('operator')

beforeAll(async () => {
  const letGo = await useDemoCopy()
  admin = await viewerOfAccount('paakayttaja@kainuu.example')
  key = (await keyFor(admin)).secret
  const shown = (await listPublished(admin, 'kkk2')).find(({ periodKey }) => periodKey === '2025-Q3')
  const found = shown && (await findSnapshot(admin, shown.snapshotId))
  if (!found) throw new Error('the demo has no publication of 2025-Q3')
  body = found
  return letGo
}, 120_000)

const q3 = (table: string) => rowsFrom(table, key, { period: '2025-Q3', project: 'kkk2' })
const texts = (rows: readonly Row[], column: string) =>
  rows.map((row) => (row[column] === null || row[column] === undefined ? null : String(row[column])))
const count = (rows: readonly Row[], column: string, value: unknown) =>
  rows.filter((row) => row[column] === value).length

describe('the figures of kkk2 in 2025-Q3 are those of the steering view and the lists', () => {
  it('lights', async () => {
    const rows = await q3('unit_lights')
    const { units, lights } = summarise(body, null)
    expect(rows).toHaveLength(units.length)
    const counted = countLights(rows.map((row) => ({ light: row.light as 'green' })))
    expect(counted).toEqual(lights)
    expect(rows.map((row) => row.light_label)).toContain('Suunnitelman mukaan')
    expect(count(rows, 'light', 'none')).toBe(lights.none)
  })

  it('money: budget, estimates, purchases, by investment and in all', async () => {
    const { finance } = summarise(body, null)
    const purchases = await q3('purchases')
    expect(sum(texts(purchases, 'amount'))).toEqual({ total: '1312645.07', unknown: 1 })
    expect(count(purchases, 'amount_missing', 'unknown')).toBe(1)
    const lines = (await q3('budget_lines')).filter((row) => row.table_id === finance.budget?.id)
    const inProject = lines.filter((row) => row.amount_missing !== 'not_in_project')
    expect(sum(texts(inProject, 'amount')).total).toBe(finance.totals.budget.total)
    const outside = lines.filter((row) => row.amount_missing === 'not_in_project')
    expect(outside.length).toBe(finance.budget?.notInProject)
    expect(new Set(outside.map((row) => row.amount))).toEqual(new Set([null]))
    const sums = await q3('investment_sums')
    for (const { investment, sums: own } of finance.rows) {
      const row = sums.find((one) => one.investment_id === investment.id)
      expect(row, investment.title).toMatchObject({
        purchases: own.purchases.total === null ? null : Number(own.purchases.total),
        budget: own.budget.total === null ? null : Number(own.budget.total),
        actuals: own.actuals === null ? null : Number(own.actuals),
        actuals_missing: own.actuals === null ? 'not_recorded' : null,
      })
    }
  })

  it('risks and changes of the plan: a row without a figure says why, and only such a row', async () => {
    const everyRow = async (table: string, columns: readonly string[]) => {
      const rows = await q3(table)
      expect(rows.length, table).toBeGreaterThan(0)
      for (const row of rows) {
        for (const column of columns) {
          expect(row[column] === null, `${table} ${row.row_key} ${column}`).toBe(row[`${column}_missing`] !== null)
          expect(row[`${column}_missing`] === null).toBe(row[`${column}_missing_label`] === null)
        }
      }
      return rows
    }
    const scores = ['probability', 'impact', 'points', 'probability_after', 'impact_after']
    await everyRow('risk_assessments', scores)
    const changes = await everyRow('plan_changes', ['old_amount', 'new_amount'])
    const wordsOnly = body.planChanges.filter((one) => one.oldAmount === null && one.newAmount === null)
    expect(wordsOnly.length).toBeGreaterThan(0)
    expect(count(changes, 'new_amount_missing', 'no_amount')).toBe(wordsOnly.length)
    expect(count(changes, 'new_amount_missing_label', 'Muutos ei koske euromääriä')).toBe(wordsOnly.length)
  })

  it('indicators: every value, every cell, every judgement; unknown ones are empty with their reason', async () => {
    const values = await q3('indicator_values')
    const all = body.indicators.flatMap(({ measurements }) => measurements)
    expect(values).toHaveLength(all.length)
    for (const row of values) expect(row.number === null).toBe(row.number_missing !== null)
    const unknown = all.filter(({ value }) => value.unknown !== null)
    expect(unknown.length).toBeGreaterThan(0)
    for (const { id, value } of unknown)
      expect(values.find((row) => row.value_id === id)).toMatchObject({ number: null, number_missing: value.unknown })
    expect(await q3('indicator_cells')).toHaveLength(all.flatMap(({ value }) => value.cells).length)
    const judgements = await q3('judgements')
    const { fulfilment } = summarise(body, null)
    const national = new Set((await q3('indicators')).filter((r) => r.scope === 'national').map((r) => r.indicator_id))
    const final = new Set(
      (await q3('targets')).filter((r) => r.target_role === 'final' && r.in_force).map((r) => r.target_id),
    )
    const met = [...national].filter((id) => {
      const own = judgements.filter((row) => row.indicator_id === id && final.has(row.target_id as string))
      return own.length > 0 && own.every((row) => row.met === true)
    })
    expect([met.length, national.size]).toEqual([fulfilment.reached, fulfilment.all])
  })

  it('risks, operating models and plan changes as the registers have them', async () => {
    const project = await findProject(admin, 'kkk2')
    if (!project) throw new Error('no kkk2')
    const lists = await collectListings({ viewer: admin, project, t: words('fi') }, [
      'plan_changes',
      'toimintamallit',
      'risks',
    ])
    const lengths = lists?.map(({ rows }) => rows.length)
    const own = await Promise.all(['plan_changes', 'toimintamalli_states', 'risks'].map(q3))
    expect(own.map((rows) => rows.length)).toEqual(lengths)
    const { toimintamallit } = summarise(body, null)
    const states = own[1] ?? []
    expect(count(states, 'piloted', 'yes')).toBe(toimintamallit.piloted.yes)
    expect(count(states, 'piloted', 'unknown')).toBe(toimintamallit.piloted.unknown)
    expect(count(states, 'stayed_in_use', 'no')).toBe(toimintamallit.stayedInUse.no)
  })

  it('hang together: every id leads to its dimension', async () => {
    const dimension = async (table: string, id: string) => new Set((await rowsFrom(table, key)).map((row) => row[id]))
    const ids: Record<string, Set<Row[string] | undefined>> = {
      project_id: await dimension('projects', 'project_id'),
      period_id: await dimension('periods', 'period_id'),
      publication_id: await dimension('publications', 'publication_id'),
      unit_id: await dimension('units', 'unit_id'),
      investment_id: await dimension('investments', 'investment_id'),
      indicator_id: await dimension('indicators', 'indicator_id'),
      risk_id: await dimension('risks', 'risk_id'),
      toimintamalli_id: await dimension('toimintamallit', 'toimintamalli_id'),
      area_id: await dimension('service_areas', 'area_id'),
      cost_type: await dimension('cost_types', 'cost_type'),
    }
    let looked = 0
    for (const { name, columns } of resources) {
      const joined = columns.filter((column) => column.name in ids)
      for (const row of await rowsFrom(name, key))
        for (const column of joined) {
          const id = row[column.name] ?? null
          looked += id === null ? 0 : 1
          if (id !== null) expect(ids[column.name]?.has(id), `${name}.${column.name} ${id}`).toBe(true)
        }
    }
    console.log(`${looked} ids lead to their dimensions`)
    expect(looked).toBeGreaterThan(3_000)
  })
})

describe('published by default', () => {
  it('nothing of the open period; with the wider scope what is approved of it, told by a column', async () => {
    const open = await asViewer(system, (tx) =>
      tx.statusReport.findMany({
        where: { period: { key: '2025-Q4', project: { key: 'kkk2' } }, state: 'approved' },
        select: { unitId: true },
      }),
    )
    expect(open.length).toBeGreaterThan(0)
    const states = async (secret: string) =>
      (await rowsFrom('publications', secret)).map((row) => [row.state, row.is_newest, row.version === null])
    expect(await states(key)).toEqual([
      ['published', true, false],
      ['published', false, false],
    ])
    const wider = (await keyFor(admin, { scope: 'approved' })).secret
    expect(await states(wider)).toEqual([
      ['approved', true, true],
      ['published', false, false],
      ['published', false, false],
    ])
    const lights = await rowsFrom('unit_lights', wider, { period: '2025-Q4' })
    const lit = lights.filter((row) => row.light !== 'none' && row.light_of_unit_id === null).map((row) => row.unit_id)
    const approved = open.map(({ unitId }) => unitId)
    expect(lit.filter((id) => !approved.includes(String(id)))).toEqual([])
    expect(lit.length).toBeGreaterThan(0)
    expect(await rowsFrom('unit_lights', key, { period: '2025-Q4' })).toEqual([])
  })
})

describe('canaries', () => {
  const mark = 'KANARIA4812'

  it('another county’s bytes, drafts and people are in no answer; what is the key’s own is found', {
    timeout: 90_000,
  }, async () => {
    const theirs = await asViewer(system, (tx) =>
      tx.project.findFirstOrThrow({ where: { key: 'syli' }, include: { organisation: true } }),
    )
    const period = { from: '2025-07-01', to: '2025-09-30' }
    await asViewer(system, async (tx) => {
      const { id } = await tx.reportingPeriod.create({
        data: {
          organisationId: theirs.organisationId,
          projectId: theirs.id,
          key: '2025-Q3k',
          from: new Date(period.from),
          to: new Date(period.to),
        },
      })
      const own = { organisationId: theirs.organisationId, projectId: theirs.id, periodId: id, periodKey: '2025-Q3k' }
      const text = bodyText(
        makeBody({
          project: {
            ...body.project,
            id: theirs.id,
            key: 'syli',
            name: mark,
            organisationId: theirs.organisationId,
            organisationName: mark,
          },
          period: { id, key: '2025-Q3k', ...period },
        }),
      )
      await tx.snapshot.create({
        data: {
          ...own,
          projectKey: 'syli',
          projectName: mark,
          organisationName: mark,
          periodTo: new Date(period.to),
          version: 1,
          format: 1,
          body: text,
          sha256: fingerprint(text),
          productVersion: '0',
        },
      })
      const draft = await tx.statusReport.findFirstOrThrow({
        where: { period: { key: '2025-Q4', project: { key: 'kkk2' } }, state: { in: ['draft', 'submitted'] } },
        select: { id: true, organisationId: true },
      })
      await tx.statusReportEntry.updateMany({ where: { reportId: draft.id }, data: { text: mark } })
    })
    const people = await asViewer(system, (tx) => tx.user.findMany({ select: { email: true } }))
    const contractors = body.finance.purchases.flatMap((one) => one.contractors.map(({ name }) => name))
    const suppliers = new Set(body.finance.purchases.map(({ supplier }) => supplier))
    const forbidden = [
      mark,
      'syli',
      theirs.id,
      theirs.organisationId,
      theirs.organisation.name,
      ...people.map(({ email }) => email),
      ...contractors.filter((name) => !suppliers.has(name)),
    ]
    const keys = [key, (await keyFor(admin, { scope: 'approved' })).secret]
    let bytes = 0
    for (const secret of keys)
      for (const { name } of resources)
        for (const format of ['json', 'csv_fi']) {
          const answer = await ask(`${name}?limit=10000&format=${format}`, secret)
          const text = await answer.text()
          expect(answer.status).toBe(200)
          bytes += text.length
          for (const word of forbidden) expect(text.includes(word), `${name}: ${word}`).toBe(false)
        }
    console.log(`${bytes} bytes without ${forbidden.length} marks`)
    const stranger = await viewerOfAccount('koordinaattori@kanta-hame.example')
    const other = await asViewer(system, (tx) => tx.user.findFirstOrThrow({ where: { email: people[0]?.email } }))
    expect([stranger.organisationId, other.id]).not.toContain(null)
    const admins = { ...stranger, held: [{ projectId: null, role: 'admin' as const }] }
    const made = await keyFor(admins)
    expect(await (await ask('projects', made.secret)).text()).toContain(mark)
    expect(await (await ask('projects?project=kkk2', made.secret)).status).toBe(404)
    expect((await revokeKey(fresh(admins), { keyId: made.keyId })).ok).toBe(true)
  })

  it('a key of one project gives no other project of the same county', async () => {
    const rows = await rowsFrom('projects', key)
    const ids = rows.map((row) => String(row.project_id))
    const empty = await asViewer(system, (tx) =>
      tx.project.findFirstOrThrow({ where: { key: 'tyhja' }, select: { id: true } }),
    )
    const narrow = (await keyFor(admin, { project: empty.id })).secret
    for (const { name } of resources.filter(({ name: table }) => table !== 'codes'))
      expect(await rowsFrom(name, narrow), name).toEqual([])
    const one = (await keyFor(admin, { project: ids[0] ?? null })).secret
    expect((await rowsFrom('projects', one)).map((row) => row.project_id)).toEqual([ids[0]])
  })
})
