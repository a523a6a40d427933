import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { collectListings } from '@/app/api/projects/[project]/lists/[list]/collect'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { csvParts } from '@/lib/exports/sheets/csv'
import { drawWorkbook } from '@/lib/exports/sheets/workbook'
import { type Locale, words } from '@/lib/platform/words'
import { exportListings, streamListing } from '@/lib/projects/listings/commands'
import { type ListingName, listingNames, sheetFileName } from '@/lib/projects/listings/model'
import { offeredLists } from '@/lib/projects/listings/permissions'
import type { ProjectHeader } from '@/lib/projects/model'
import { findProject } from '@/lib/projects/queries'
import { sum } from '@/lib/values/decimal'
import type { Listing } from '@/lib/values/listing'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { readWorkbook } from '@/tests/exports/sheets/read-workbook'
import { useDemoCopy } from '@/tests/seed/demo-copy'

let director: Viewer
let project: ProjectHeader

const account = (name: string) => viewerOfAccount(name.includes('@') ? name : `${name}@kainuu.example`)

async function listsOf(viewer: Viewer, names: readonly ListingName[], locale: Locale = 'fi'): Promise<Listing[]> {
  const listings = await collectListings({ viewer, project, t: words(locale) }, names)
  if (!listings) throw new Error('the project is not the viewer’s')
  return listings
}

async function listOf(viewer: Viewer, name: ListingName): Promise<Listing> {
  const [listing] = await listsOf(viewer, [name])
  return listing as Listing
}

function column(listing: Listing, header: string): (string | null)[] {
  const at = listing.columns.findIndex((one) => one.header === header)
  expect(at, `${listing.name}: ${header}`).toBeGreaterThanOrEqual(0)
  return listing.rows.map((row) => row[at] ?? null)
}

beforeAll(async () => {
  const letGo = await useDemoCopy()
  director = await account('johtaja')
  const found = await findProject(director, 'kkk2')
  if (!found) throw new Error('the demo has no kkk2')
  project = found
  return letGo
}, 120_000)

describe('who is offered which lists', () => {
  const indicators = ['indicators', 'targets', 'measurements', 'breakdowns']

  it.each(['katselija@kansallinen.example', 'johtaja@kanta-hame.example'])('%s: none', async (name) => {
    const viewer = await account(name)
    expect(offeredLists(viewer, project.id)).toEqual([])
    expect(await collectListings({ viewer, project, t: words('fi') }, listingNames)).toBeNull()
    const given = { list: 'risks', format: 'xlsx' as const, listings: [], draw: () => new Uint8Array() }
    expect(await exportListings(viewer, project, given)).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })

  it.each(['ohjausryhma', 'tarkastaja'])('%s: nothing of reports that are still being written', async (name) => {
    const viewer = await account(name)
    expect(offeredLists(viewer, project.id)).toEqual(listingNames.filter((list) => !indicators.includes(list)))
  })

  it.each(['koordinaattori1', 'johtaja', 'talous', 'paakayttaja'])('%s: all', async (name) => {
    expect(offeredLists(await account(name), project.id)).toEqual([...listingNames])
  })
})

describe('the lists of a real project', () => {
  it('have a row for everything', async () => {
    const counts: Partial<Record<ListingName, number>> = {}
    for (const { name, rows } of await listsOf(director, listingNames)) counts[name as ListingName] = rows.length
    console.log('rows of the lists:', JSON.stringify(counts))
    expect(counts).toMatchObject({ work_packages: 35, purchases: 71, risks: 6, plan_changes: 11 })
    const rows = await asViewer(director, async (tx) => ({
      actions: await tx.action.count({ where: { workPackage: { projectId: project.id } } }),
      indicators: await tx.indicator.count({ where: { projectId: project.id } }),
      toimintamallit: await tx.toimintamalli.count({ where: { projectId: project.id } }),
      communications: await tx.communicationRow.count({ where: { projectId: project.id } }),
      budget_lines: await tx.budgetLine.count({ where: { table: { projectId: project.id } } }),
    }))
    expect(counts).toMatchObject(rows)
  })

  it('sum up to what the pages say, and leave an unknown amount empty with its words beside', async () => {
    const purchases = await listOf(director, 'purchases')
    const amounts = column(purchases, 'Summa, €')
    expect(sum(amounts)).toEqual({ total: '1312645.07', unknown: 1 })
    const unknown = amounts.indexOf(null)
    expect(column(purchases, 'Summa kuten kirjoitettu')[unknown]).not.toBeNull()
  })

  it('tell of a line outside the project that it is, without a zero', async () => {
    const lines = await listOf(director, 'budget_lines')
    const outside = column(lines, 'Kuuluu hankkeeseen').flatMap((told, index) => (told === 'Ei' ? [index] : []))
    expect(outside.length).toBeGreaterThan(0)
    for (const index of outside) expect(column(lines, 'Summa, €')[index]).toBeNull()
  })

  it('keep a value as written beside what it means, and say why there is none', async () => {
    const values = await listOf(director, 'measurements')
    const [shown, numbers, missing] = ['Arvo', 'Luku', 'Miksi arvoa ei ole'].map((one) => column(values, one))
    const unknown = missing?.flatMap((why, index) => (why ? [index] : [])) ?? []
    expect(unknown.length).toBeGreaterThan(0)
    for (const index of unknown) expect(numbers?.[index]).toBeNull()
    expect(shown?.map((value, index) => value === null || missing?.[index] === null)).not.toContain(false)
    expect(shown?.filter((value) => value !== null).length).toBeGreaterThan(80)
  })

  it('tell nothing by a code of the program', async () => {
    const isCode = (cell: string | null) => /^[a-z]+(_[a-z]+)+$/.test(cell ?? '')
    expect(isCode('missing_object')).toBe(true)
    const cells = (await listsOf(director, listingNames)).flatMap(({ rows }) => rows.flat())
    console.log(`cells of the lists without codes: ${cells.length}`)
    expect(cells.length).toBeGreaterThan(5000)
    expect(cells.filter(isCode)).toEqual([])
  })

  it('have no two headings alike, in any language', async () => {
    for (const locale of ['fi', 'sv', 'en'] as const)
      for (const { name, columns } of await listsOf(director, listingNames, locale)) {
        const headers = columns.map(({ header }) => header)
        expect(new Set(headers).size, `${locale} ${name}: ${headers}`).toBe(headers.length)
      }
  })
})

describe('a workbook of everything', () => {
  it('holds every list, and its making is recorded with its hash', async () => {
    const listings = await listsOf(director, listingNames)
    const made = await exportListings(director, project, {
      list: 'all',
      format: 'xlsx',
      listings,
      draw: (all, title) => drawWorkbook(all, title, 'fi'),
    })
    if (!made.ok) throw new Error(made.reason)
    const { sheets } = readWorkbook(made.value.bytes)
    expect(sheets.map(({ rows }) => rows.length - 1)).toEqual(listings.map(({ rows }) => rows.length))
    expect(sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell?.kind === 'formula')).toEqual([])
    const audit = await asViewer(director, (tx) =>
      tx.auditEvent.findFirstOrThrow({ where: { action: 'listing.exported' }, orderBy: { at: 'desc' } }),
    )
    expect(audit).toMatchObject({
      subjectId: project.id,
      data: { list: 'all', format: 'xlsx', sha256: made.value.sha256 },
    })
  })

  it('a long one is sent while it is made: recorded before its first byte, with its hash after the last', async () => {
    const rows = Array.from({ length: 6000 }, (_, no) => [`Rivi ${no}`])
    const long: Listing = { name: 'risks', title: 'Riskit', columns: [{ header: 'Riski', kind: 'text' }], rows }
    const send = (viewer: Viewer) =>
      streamListing(viewer, project, {
        list: 'risks',
        title: long.title,
        format: 'csv',
        rows: rows.length,
        parts: csvParts(long, 'csv'),
      })
    const told = () =>
      asViewer(director, (tx) =>
        tx.auditEvent.findMany({
          where: { action: { in: ['listing.exported', 'listing.sent'] }, data: { path: ['rows'], equals: 6000 } },
          orderBy: { at: 'asc' },
          select: { action: true, data: true },
        }),
      )
    expect(await send(await account('katselija@kansallinen.example'))).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await told()).toEqual([])
    const sent = await send(director)
    if (!sent.ok) throw new Error(sent.reason)
    expect(sent.value.name).toMatch(/^kkk2-riskit-\d{4}-\d\d-\d\d\.csv$/)
    const begun = { list: 'risks', format: 'csv', name: sent.value.name, rows: 6000 }
    expect(await told()).toEqual([{ action: 'listing.exported', data: begun }])
    const bytes = Buffer.from(await new Response(sent.value.body).arrayBuffer())
    expect(bytes.toString()).toContain('Rivi 5999')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(await told()).toMatchObject([
      { action: 'listing.exported' },
      { action: 'listing.sent', data: { ...begun, complete: true, bytes: bytes.length, sha256 } },
    ])
    const left = await send(director)
    if (!left.ok) throw new Error(left.reason)
    const reader = left.value.body.getReader()
    await reader.read()
    await reader.cancel()
    expect((await told()).at(-1)).toMatchObject({ action: 'listing.sent', data: { complete: false } })
  })

  it('has a name that every system takes', () => {
    expect(sheetFileName('kkk2', 'Mittausten erittelyt, ä/ö', '2025-11-21', 'csv_plain')).toBe(
      'kkk2-mittausten-erittelyt-a-o-2025-11-21-plain.csv',
    )
  })
})
