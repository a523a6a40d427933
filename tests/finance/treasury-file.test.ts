import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { drawWorkbook } from '@/lib/exports/sheets/workbook'
import { changesBetween } from '@/lib/finance/treasury/files/changes/model'
import { documentOf, documentText, ownersOf } from '@/lib/finance/treasury/files/model'
import { documentJsonSchema, documentSchema } from '@/lib/finance/treasury/files/schema'
import { sheetsOf } from '@/lib/finance/treasury/files/sheets/model'
import type { Treasury } from '@/lib/finance/treasury/model'
import { words } from '@/lib/platform/words'
import { readWorkbook } from '@/tests/exports/sheets/read-workbook'
import { id, soundTreasury } from './treasury-data'

const births = new Map([
  [id(10), '1961-07-29'],
  [id(11), '1958-02-03'],
  [id(12), '1970-12-31'],
])
const project = { key: 'koe', name: 'Koehanke', organisationName: 'Testialue' }
const drafted = (treasury: Treasury = soundTreasury(), month = '2025-09') =>
  documentOf({ treasury, births, month, project, readme: ['Koe'] })
const published = JSON.parse(fs.readFileSync(path.resolve('docs/state-treasury-file.schema.json'), 'utf8'))
const judge = z.fromJSONSchema(published)

describe('the file of a month', () => {
  it('holds every group of the order', () => {
    const document = drafted()
    expect(document).toMatchObject({
      order: 'VK/2096/2024',
      month: '2025-09',
      supportItems: [
        {
          implementer: 'Sosiaali- ja terveysministeriö',
          supportId: 'VN/1234/2023',
          supportType: 'Valtionavustus',
          name: 'Valtionavustus',
          recipient: {
            type: 'Hyvinvointialue',
            id: 'HVA-06',
            name: 'Testialueen hyvinvointialue',
            businessId: '0112038-9',
            beneficialOwners: [{ lastName: 'Numero10', bornOn: '1961-07-29', roleFrom: '2023-01-01' }],
          },
          payments: [{ type: 'payment', paidOn: '2025-09-12', amount: '1234.50' }],
          paidInMonth: '1234.50',
          paidByEndOfMonth: '1234.50',
        },
      ],
      fundingShares: [{ source: 'rrf', percent: '100.00' }],
      procurements: [
        {
          caseNumber: 'HVA/77/2025',
          decision: { decidedOn: '2025-03-03' },
          contract: { contractOn: '2025-03-20' },
          contractors: [
            {
              name: 'Tekijä Oy',
              beneficialOwners: [{ bornOn: '1958-02-03' }],
              subcontractors: [{ name: '=Apuri & Oy', beneficialOwners: [{ bornOn: '1970-12-31' }] }],
            },
          ],
        },
      ],
      attachments: [{ type: 'funding_decision', caseNumber: 'VN/1234/2023' }, { type: 'dnsh_self_assessment' }],
    })
    expect(ownersOf(document)).toEqual([id(10), id(11), id(12)])
  })

  it('has the payments of the month, and beside them what was paid until its end', () => {
    const sound = soundTreasury()
    const more = (no: number, paidOn: string, amount: string) => ({
      ...{ id: id(no), paymentType: amount.startsWith('-') ? 'recovery' : 'payment', paidOn, amount },
      ...{ note: null, version: 1 },
    })
    const payments = [more(50, '2025-08-31', '1000'), more(51, '2025-09-30', '-0.5'), more(52, '2025-10-01', '7')]
    const items = sound.items.map((one) => ({ ...one, payments: [...one.payments, ...payments] }))
    const [item] = drafted({ ...sound, items }).supportItems
    expect(item?.payments.map(({ amount }) => amount)).toEqual(['1234.50', '-0.50'])
    expect(item).toMatchObject({ paidInMonth: '1234.00', paidByEndOfMonth: '2234.00' })
  })

  it('leaves out what begins after the month', () => {
    const sound = soundTreasury()
    const early = drafted(sound, '2022-12')
    expect(early).toMatchObject({ procurements: [], attachments: [] })
    expect(ownersOf(early)).toEqual([])
  })

  it('is the same bytes for the same data', () => {
    expect(documentText(drafted())).toBe(documentText(drafted()))
    expect(documentText(drafted()).endsWith('}\n')).toBe(true)
  })
})

describe('the schema of the file', () => {
  it('is published as it is', () => {
    expect(published).toEqual(documentJsonSchema())
  })

  it('takes the made file, by its own rules and by the published ones', () => {
    const read = JSON.parse(documentText(drafted()))
    expect(documentSchema.parse(read)).toEqual(read)
    expect(judge.safeParse(read).success).toBe(true)
  })

  it.each([
    ['a missing fact', (text: string) => text.replace('"supportId": "VN/1234/2023"', '"supportId": ""')],
    ['a day that is none', (text: string) => text.replace('2025-09-12', '12.9.2025')],
    ['an amount with a comma', (text: string) => text.replace('"1234.50"', '"1234,50"')],
    ['a field nobody knows', (text: string) => text.replace('"order":', '"extra": 1,\n  "order":')],
    ['an unknown type of payment', (text: string) => text.replace('"type": "payment"', '"type": "lahja"')],
    ['a Y-tunnus of another form', (text: string) => text.replace('"0112038-9"', '"FI01120389"')],
    ['no support at all', (text: string) => JSON.stringify({ ...JSON.parse(text), supportItems: [] })],
  ])('refuses %s', (_what, plant) => {
    const text = documentText(drafted())
    expect(plant(text)).not.toBe(text)
    const read = JSON.parse(plant(text))
    expect(judge.safeParse(read).success).toBe(false)
    expect(documentSchema.safeParse(read).success).toBe(false)
  })
})

describe('what has changed since a file was made', () => {
  const before = drafted()
  const changes = (treasury: Partial<Treasury>) => changesBetween(before, drafted({ ...soundTreasury(), ...treasury }))

  it('is nothing for the same data', () => {
    expect(changes({})).toEqual([])
  })

  it('is told thing by thing', () => {
    const sound = soundTreasury()
    const [item] = sound.items
    if (!item) throw new Error('no item')
    expect(changes({ shares: [], documents: sound.documents.slice(1) })).toEqual([
      { kind: 'share', label: 'rrf', day: null, how: 'removed' },
      { kind: 'attachment', label: 'Rahoituspäätös', day: null, how: 'removed' },
    ])
    const payments = item.payments.map((one) => ({ ...one, note: 'Oikaistu' }))
    expect(changes({ items: [{ ...item, payments, owners: [] }] })).toEqual([
      { kind: 'payment', label: 'Valtionavustus', day: '2025-09-12', how: 'changed' },
      { kind: 'owner', label: 'Edunsaaja Numero10', day: null, how: 'removed' },
    ])
    const [purchase] = sound.purchases
    const contractors =
      purchase?.contractors.map((one) => ({ ...one, contractorId: null, isSubcontractor: false })) ?? []
    expect(changes({ purchases: purchase ? [{ ...purchase, contractors }] : [] })).toEqual([
      { kind: 'contractor', label: '=Apuri & Oy', day: null, how: 'changed' },
    ])
  })

  it('a changed day of birth is told, and not shown', () => {
    const other = documentOf({
      ...{ treasury: soundTreasury(), month: '2025-09', project, readme: ['Koe'] },
      births: new Map(births).set(id(10), '1961-07-30'),
    })
    const told = changesBetween(before, other)
    expect(told).toEqual([{ kind: 'owner', label: 'Edunsaaja Numero10', day: null, how: 'changed' }])
    expect(JSON.stringify(told)).not.toContain('1961')
  })
})

describe('the workbook', () => {
  it('holds the same, read back by its parts: real numbers and days, no formula', async () => {
    const sheets = sheetsOf(drafted(), 'a'.repeat(64), words('fi'))
    const read = readWorkbook(await drawWorkbook(sheets, 'Koe', 'fi'))
    expect(read.sheets.map(({ name, rows }) => [name, rows.length - 1])).toEqual([
      ['Lue ensin', 7],
      ['Tuet', 1],
      ['Maksut', 1],
      ['Edunsaajat', 3],
      ['Rahoitusosuudet', 2],
      ['Hankinnat', 1],
      ['Toimijat', 2],
      ['Liitteet', 2],
    ])
    const row = (name: string, at = 1) =>
      read.sheets.find((sheet) => sheet.name === name)?.rows[at]?.map((cell) => cell?.value)
    const day = (text: string) => String((Date.parse(text) - Date.UTC(1899, 11, 30)) / 86_400_000)
    expect(row('Lue ensin', 2)).toEqual(['Kuukausi', 'syyskuu 2025'])
    expect(row('Maksut')?.slice(0, 4)).toEqual(['VN/1234/2023', 'Maksatus', day('2025-09-12'), '1234.5'])
    expect(row('Edunsaajat')).toEqual([
      ...['VN/1234/2023', 'Testialueen hyvinvointialue', 'Numero10', 'Edunsaaja'],
      ...[day('1961-07-29'), day('2023-01-01')],
    ])
    expect(row('Toimijat', 2)).toEqual(['H001', '=Apuri & Oy', '0737546-2', 'Tekijä Oy'])
    expect(row('Lue ensin', 6)).toEqual(['Sormenjälki (SHA-256)', 'a'.repeat(64)])
    const cells = read.sheets.flatMap(({ rows }) => rows.flat())
    expect(cells.length).toBeGreaterThan(60)
    expect(cells.filter((cell) => cell?.kind === 'formula')).toEqual([])
    expect(read.sheets.find(({ name }) => name === 'Maksut')?.rows[1]?.[3]).toMatchObject({ kind: 'number' })
  })
})
