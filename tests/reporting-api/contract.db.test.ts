// The contract: every path, format, page and error of the OpenAPI document is asked for, and every answer is judged by it.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint } from '@/lib/access/fingerprint'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { problemStatus } from '@/lib/reporting-api/problems/model'
import { resources } from '@/lib/reporting-api/resources/model'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'
import { ask, type Document, documentIn, keyFor, type Page, pageFrom, type Row } from './asking'
import { faultsOf, referred } from './json-schema'

let admin: Viewer
let key: string
let document: Document
const judged = { answers: 0, rows: 0, problems: 0 }

beforeAll(async () => {
  const letGo = await useDemoCopy()
  admin = await viewerOfAccount('paakayttaja@kainuu.example')
  document = await documentIn()
  return async () => {
    console.log(`contract: ${judged.answers} answers, ${judged.rows} rows and ${judged.problems} problems judged`)
    expect(judged.answers).toBeGreaterThanOrEqual(120)
    expect(judged.rows).toBeGreaterThanOrEqual(1000)
    await letGo()
  }
}, 120_000)

// A key of its own for each test: one may ask 300 times a minute.
beforeEach(async () => {
  key = (await keyFor(admin)).secret
})

const tables = resources.map(({ name }) => name)
const pageSchemaOf = (table: string) => {
  const told = document.paths[`/api/v1/${table}`]?.get.responses['200']
  const content = told?.content as Record<string, { schema: Record<string, unknown> }> | undefined
  return content?.['application/json']?.schema ?? {}
}

/** Everything that the document says of an answer: its status, its headers, its content. */
async function judge(table: string, answer: Response): Promise<unknown> {
  judged.answers += 1
  const told = document.paths[`/api/v1/${table}`]?.get.responses[answer.status]
  expect(told, `${table}: ${answer.status} is not in the document`).toBeDefined()
  const response = (told && '$ref' in told ? referred(document, String(told.$ref)) : told) as {
    headers?: Record<string, { required?: boolean }>
    content?: Record<string, { schema: Record<string, unknown> }>
  }
  for (const [name, { required }] of Object.entries(response.headers ?? {}))
    if (required) expect(answer.headers.get(name), `${table} ${answer.status}: ${name}`).toBeTruthy()
  const text = await answer.text()
  if (!response.content) {
    expect(text).toBe('')
    return null
  }
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  const { schema } = response.content[type] ?? {}
  if (!schema) throw new Error(`${table} ${answer.status}: ${type} is not in the document`)
  if (type === 'text/csv') return text
  const body: unknown = JSON.parse(text)
  expect(faultsOf(document, schema, body), `${table} ${answer.status}`).toEqual([])
  return body
}

describe('the document', () => {
  it('is the routes’ own: a path for every table, every reference leads somewhere, in three languages', async () => {
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual(tables.map((table) => `/api/v1/${table}`))
    const references = JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)
    expect([...references].map(([, to = '']) => referred(document, to)).length).toBeGreaterThan(200)
    const [sv, en] = [await documentIn('sv'), await documentIn('en')]
    for (const other of [sv, en]) expect(Object.keys(other.paths)).toEqual(Object.keys(document.paths))
    const titles = [document, sv, en].map(({ components }) =>
      JSON.stringify(components.schemas.unit_lights).includes('Liikennevalo'),
    )
    expect(titles).toEqual([true, false, false])
  })

  it('names every parameter that the routes take, and no other is taken', async () => {
    const names = Object.values(document.components.parameters).map(({ name }) => name)
    expect(names).toEqual(['limit', 'cursor', 'format', 'locale', 'project', 'period'])
    for (const name of [...names, 'filter']) {
      const answer = await ask(`projects?${name}=`, key)
      const body = (await judge('projects', answer)) as { errors: { parameter: string }[] }
      expect([answer.status, body.errors.map(({ parameter }) => parameter)]).toEqual([400, [name]])
    }
  })

  it('has headings that tell columns apart', () => {
    for (const [name, { properties }] of Object.entries(document.components.schemas)) {
      if (name === 'Problem') continue
      const titles = Object.values(properties as Record<string, { title: string }>).map(({ title }) => title)
      expect(new Set(titles).size, `${name}: ${titles}`).toBe(titles.length)
    }
  })
})

describe.each(tables)('%s', (table) => {
  it('gives every row once, page by page, as the document says, in JSON and both kinds of CSV', async () => {
    const whole = (await judge(table, await ask(`${table}?limit=10000`, key))) as Page
    const size = Math.max(1, Math.ceil(whole.value.length / 3))
    const pages: Row[] = []
    let sheets = ''
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query = new URLSearchParams({ limit: String(size), ...(cursor && { cursor }) })
      const answer = await ask(`${table}?${query}`, key)
      const link = answer.headers.get('link')
      const page = (await judge(table, answer)) as Page
      const csv = (await judge(table, await ask(`${table}?${query}&format=csv`, key))) as string
      sheets += sheets === '' ? csv : csv.slice(csv.indexOf('\r\n'))
      expect(link).toBe(page.next === null ? null : `<${page.next}>; rel="next"`)
      if (page.next) expect(new URL(page.next).searchParams.get('cursor')).toBe(page.cursor)
      pages.push(...page.value)
      cursor = page.cursor
    }
    judged.rows += pages.length
    expect(pages).toEqual(whole.value)
    expect(sheets).toBe(await judge(table, await ask(`${table}?limit=10000`, key, { accept: 'text/csv' })))
    const finnish = await ask(`${table}?limit=10000&format=csv_fi`, key)
    // Reading it as text would take the mark away.
    expect([...new Uint8Array(await finnish.clone().arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    await judge(table, finnish)
    const [id = ''] = resources.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? []
    expect(new Set(pages.map((row) => row[id])).size, id).toBe(pages.length)
  })

  it('answers 304 to the tag it gave, in each form its own', async () => {
    const tags: string[] = []
    for (const query of ['', '?format=csv', '?format=csv_fi', '?locale=sv', '?limit=1']) {
      const etag = (await ask(table + query, key)).headers.get('etag') ?? ''
      tags.push(etag)
      const again = await ask(table + query, key, { 'if-none-match': `"other", ${etag}` })
      expect(again.status).toBe(304)
      expect([again.headers.get('etag'), again.headers.get('cache-control')]).toEqual([etag, 'private, no-cache'])
      await judge(table, again)
    }
    expect(new Set(tags).size).toBe(tags.length)
    expect((await ask(table, key, { 'if-none-match': '"other"' })).status).toBe(200)
  })
})

describe('with a key for what is approved, too', () => {
  it('every table is as the document says, and holds more', { timeout: 90_000 }, async () => {
    const wider = (await keyFor(admin, { scope: 'approved' })).secret
    const rows = { published: 0, approved: 0 }
    for (const table of tables) {
      rows.published += (await pageFrom(`${table}?limit=10000`, key)).value.length
      const page = (await judge(table, await ask(`${table}?limit=10000`, wider))) as Page
      rows.approved += page.value.length
    }
    expect(rows.approved).toBeGreaterThan(rows.published)
  })
})

describe('what is refused', () => {
  const seen = new Set<string>()
  async function expectProblem(code: keyof typeof problemStatus, answer: Response, table = 'projects') {
    const body = (await judge(table, answer)) as { type: string; title: string; detail: string; errors?: unknown[] }
    judged.problems += 1
    seen.add(code)
    expect([answer.status, body.type]).toEqual([
      problemStatus[code],
      `urn:etappi:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    ])
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    return body
  }

  it('bad parameters, all of them in one answer', async () => {
    const body = await expectProblem(
      'BAD_PARAMETERS',
      await ask('projects?limit=10001&cursor=x&format=xlsx&locale=de&project=&sivu=2&limit=5', key),
    )
    const named = (body.errors as { parameter: string }[]).map(({ parameter }) => parameter)
    expect([...new Set(named)].sort()).toEqual(['format', 'limit', 'locale', 'project', 'sivu'])
    const { cursor } = await pageFrom('units?limit=1', key)
    await expectProblem('BAD_PARAMETERS', await ask(`projects?cursor=${cursor}`, key))
    await expectProblem('BAD_PARAMETERS', await ask('projects?cursor=x', key))
  })

  it('a table, a project, a format that is not there; each says what to do in the reader’s language', async () => {
    await expectProblem('NO_TABLE', await ask('salaisuudet', key))
    await expectProblem('NO_TABLE', await ask('projects/1', key))
    await expectProblem('NO_TABLE', await ask('', key))
    await expectProblem('NO_PROJECT', await ask('projects?project=syli', key))
    await expectProblem('NOT_ACCEPTABLE', await ask('projects', key, { accept: 'text/html, application/json;q=0' }))
    const finnish = await expectProblem('NO_KEY', await ask('projects', null))
    const swedish = await expectProblem('NO_KEY', await ask('projects', null, { 'accept-language': 'sv-FI' }))
    expect([finnish.title, swedish.title]).toEqual(['Avain puuttuu', 'Nyckel saknas'])
  })

  it('data that changed while they were read', async () => {
    const { cursor } = await pageFrom('units?limit=1', key)
    const stale = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString()) as object
    const other = Buffer.from(JSON.stringify({ ...stale, data: 'older' })).toString('base64url')
    await expectProblem('DATA_CHANGED', await ask(`units?cursor=${other}`, key), 'units')
  })

  it('wrong, expired and revoked keys, and too many questions', async () => {
    const system = systemViewer('operator')
    const change = (id: string, data: object) => asViewer(system, (tx) => tx.apiKey.update({ where: { id }, data }))
    const [expired, revoked] = [await keyFor(admin), await keyFor(admin)]
    await change(expired.keyId, { expiresAt: new Date() })
    await change(revoked.keyId, { revokedAt: new Date() })
    await expectProblem('UNKNOWN_KEY', await ask('projects', 'x'))
    await expectProblem('EXPIRED_KEY', await ask('projects', expired.secret))
    await expectProblem('REVOKED_KEY', await ask('projects', revoked.secret))
    const limited = await keyFor(admin)
    await asViewer(system, (tx) =>
      tx.rateLimit.create({
        data: { key: `reporting-api:key:${limited.keyId}`, hits: 300, resetsAt: new Date(Date.now() + 60_000) },
      }),
    )
    await expectProblem('TOO_MANY', await ask('projects', limited.secret))
  })

  it('a failure of the service, which tells nothing of its cause', async () => {
    const [row] = await asViewer(admin, (tx) =>
      tx.snapshot.findMany({ where: { periodKey: '2025-Q3' }, orderBy: { version: 'desc' }, take: 1 }),
    )
    if (!row) throw new Error('the demo has no publication')
    const unreadable = '{"a":1}'
    const broken = await asViewer(systemViewer('operator'), async (tx) => {
      const period = await tx.reportingPeriod.create({
        data: { ...ownOf(row), key: 'rikki', from: new Date('2026-07-01'), to: new Date('2026-09-30') },
      })
      const { id: _id, code: _code, findings: _findings, ...rest } = row
      return tx.snapshot.create({
        data: {
          ...rest,
          periodId: period.id,
          periodKey: 'rikki',
          version: 1,
          body: unreadable,
          sha256: fingerprint(unreadable),
        },
      })
    })
    const body = await expectProblem('FAILED', await ask('units?period=rikki', key), 'units')
    expect(JSON.stringify(body)).not.toContain(broken.id)
  })

  it('is every problem there is', () => {
    expect([...seen].sort()).toEqual(Object.keys(problemStatus).sort())
  })
})

const ownOf = ({ organisationId, projectId }: { organisationId: string; projectId: string }) => ({
  organisationId,
  projectId,
})

describe('the judge', () => {
  it.each([
    ['a number as text', (row: Row) => ({ ...row, amount: '1.50' }), /amount: "1.50" is no number/],
    ['a column that is gone', ({ title: _, ...row }: Row) => row, /title is missing/],
    ['a column that nobody has described', (row: Row) => ({ ...row, owner: 'x' }), /owner is not in the schema/],
    ['an empty id', (row: Row) => ({ ...row, purchase_id: null }), /purchase_id: null is no string/],
    ['a day of no calendar', (row: Row) => ({ ...row, decided_on: '31.12.2025' }), /is no date/],
    ['a code in words', (row: Row) => ({ ...row, vat: 'Sisältää alv:n' }), /vat/],
  ])('catches %s', async (_, spoil, finding) => {
    const page = await pageFrom('purchases?limit=3&period=2025-Q3', key)
    expect(faultsOf(document, pageSchemaOf('purchases'), page)).toEqual([])
    const spoilt = { ...page, value: page.value.map((row, at) => (at === 1 ? spoil(row) : row)) }
    expect(faultsOf(document, pageSchemaOf('purchases'), spoilt).join()).toMatch(finding)
  })
})
