import { describe, expect, it } from 'vitest'
import { filteredAuditAddress } from '@/lib/audit-log/addresses'
import { headText, readHead } from '@/lib/audit-log/chain/model'
import { factsOf } from '@/lib/audit-log/facts/model'
import {
  actionsOf,
  auditGroups,
  noFilter,
  readAuditCursor,
  readAuditFilter,
  viewOf,
  wantedActions,
  wrongDays,
} from '@/lib/audit-log/search/model'
import { auditActionLabels } from '@/lib/platform/audit-labels'

/** Made up, and put together here: no file of ours holds one. */
const identityCode = ['010190', '901R'].join('-')
const person = '019f8a10-1111-7222-8333-444455556666'

describe('groups of acts', () => {
  it('hold every act once', () => {
    const grouped = auditGroups.flatMap(actionsOf)
    expect(grouped.toSorted()).toEqual(Object.keys(auditActionLabels).toSorted())
    expect(auditGroups.filter((group) => actionsOf(group).length === 0)).toEqual([])
  })

  it('have every act that hands out a file or a table among the exports', () => {
    const handsOut = Object.keys(auditActionLabels).filter((action) =>
      /_?exported$|archived|file_|sheet\.made/.test(action),
    )
    expect(handsOut.length).toBeGreaterThan(8)
    expect(handsOut.filter((action) => !actionsOf('exports').some((one) => one === action))).toEqual([])
    expect(actionsOf('exports')).toContain('api_key.table_read')
  })
})

describe('the filter in the address', () => {
  it('is read, and what is not on offer is left out', () => {
    expect(readAuditFilter({})).toEqual(noFilter)
    const odd = { from: '31.2.2026', to: 'x', person: 'kuka', act: 'delete', kind: 'x', source: 'x', result: 'x' }
    expect(readAuditFilter(odd)).toEqual(noFilter)
    expect(wrongDays(odd)).toEqual(['from', 'to'])
    expect(
      readAuditFilter({
        from: '1.2.2026',
        to: '2026-02-28',
        person,
        act: ['exports', 'x'],
        kind: 'project',
        subject: ' a ',
        source: 'web',
        result: 'refused',
        text: `x\0${'y'.repeat(300)}`,
      }),
    ).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
      person,
      act: 'exports',
      kind: 'project',
      subject: 'a',
      source: 'web',
      result: 'refused',
      text: `x${'y'.repeat(199)}`,
    })
  })

  it('goes round by the address', () => {
    const filter = readAuditFilter({ act: 'session.refused', person: 'system', text: 'å&=' })
    const before = { at: '2026-01-31T10:00:00.123456Z', id: person }
    const { searchParams } = new URL(filteredAuditAddress(filter, before), 'http://x')
    const given = Object.fromEntries(searchParams)
    expect(readAuditFilter(given)).toEqual(filter)
    expect(readAuditCursor(given)).toEqual(before)
    expect(filteredAuditAddress(noFilter)).toBe('/admin/audit')
  })

  it.each(['', 'x', `2026-13-40T10:00:00.123456Z~${person}`, `2026-01-31T10:00:00.123456Z~'; --`])(
    'begins at the newest row with the cursor %o',
    (before) => expect(readAuditCursor({ before })).toBeNull(),
  )

  it('knows its ready views and its acts', () => {
    expect(['', 'exports', 'restricted', 'finance'].map((act) => viewOf(readAuditFilter({ act })))).toEqual([
      ...['all', 'exports', 'restricted', null],
    ])
    expect(wantedActions(noFilter)).toBeNull()
    expect(wantedActions({ act: 'restricted' })).toEqual(['treasury.births_read'])
    expect(wantedActions({ act: 'session.ended' })).toEqual(['session.ended'])
  })
})

describe('the data of a row', () => {
  it('is told by name, parts within parts, in its order', () => {
    expect(
      factsOf({
        name: 'kkk2.pdf',
        bytes: 1024,
        rows: 3,
        again: false,
        note: '',
        on: '2026-01-31',
        at: '2026-01-31T10:00:00.000Z',
        owners: ['a', 'b'],
        none: [],
        before: { state: 'draft', deep: [{ a: null }] },
      }),
    ).toEqual([
      { name: 'name', kind: 'text', text: 'kkk2.pdf' },
      { name: 'bytes', kind: 'bytes', number: 1024 },
      { name: 'rows', kind: 'number', number: 3 },
      { name: 'again', kind: 'truth', isTrue: false },
      { name: 'note', kind: 'none' },
      { name: 'on', kind: 'day', text: '2026-01-31' },
      { name: 'at', kind: 'moment', text: '2026-01-31T10:00:00.000Z' },
      { name: 'owners', kind: 'text', text: 'a, b' },
      { name: 'none', kind: 'none' },
      {
        name: 'before',
        kind: 'parts',
        parts: [
          { name: 'state', kind: 'text', text: 'draft' },
          { name: 'deep', kind: 'parts', parts: [{ name: '1', kind: 'parts', parts: [{ name: 'a', kind: 'none' }] }] },
        ],
      },
    ])
  })

  it('never shows a day of birth or a personal identity code, should one ever come there', () => {
    const shown = JSON.stringify(
      factsOf({
        owner: { bornOn: '1961-02-03', firstNames: 'Eeva' },
        text: `Hetu ${identityCode}`,
        list: [identityCode],
      }),
    )
    expect(shown).not.toMatch(/1961|Eeva|010190/)
    expect(shown).toContain('******-****')
  })

  it('is told to a depth only, and long texts to a length', () => {
    const deep = { a: { b: { c: { d: { e: { f: { g: 1, bornOn: '1961-02-03' } } } } } } }
    expect(JSON.stringify(factsOf(deep))).not.toContain('1961')
    expect(JSON.stringify(factsOf(deep))).toContain('"name":"f","kind":"text"')
    const [long] = factsOf({ text: 'x'.repeat(5000) })
    expect(long?.kind === 'text' && long.text.length).toBeLessThan(2010)
  })
})

describe('a head that was written down', () => {
  it('is read back, and nothing else is', () => {
    const head = { position: 12, hash: 'a'.repeat(64) }
    expect(readHead(headText(head))).toEqual(head)
    for (const text of ['', '12', `12:${'a'.repeat(63)}`, `x:${'a'.repeat(64)}`, `12:${'A'.repeat(64)}`])
      expect(readHead(text)).toBeNull()
  })
})
