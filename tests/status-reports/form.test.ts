import { describe, expect, it } from 'vitest'
import { fieldId } from '@/components/status-reports/form/model'
import { linkSchema } from '@/lib/status-reports/evidence/schema'
import { refusedFields, reportFormSchema, saveFieldsSchema } from '@/lib/status-reports/fields/schema'
import { returnSchema } from '@/lib/status-reports/schema'

const id = '0197a000-0000-7000-8000-000000000001'
const head = { reportId: id, version: '3', project: 'kkk2', period: '2025-Q4', unit: id }
const fields = {
  'text:overall/light': 'green',
  'seen:overall/light': '2',
  'text:results/text': 'A',
  'text:nextSteps/text': 'B',
}

function read(form: Record<string, string>) {
  const result = reportFormSchema.safeParse(form)
  if (!result.success) throw new Error(result.error.message)
  return result.data
}

describe('the form without scripts', () => {
  it('brings each field with the version it was drawn with', () => {
    expect(read({ ...head, ...fields, intent: 'submit' })).toMatchObject({
      version: 3,
      intent: 'submit',
      fields: [
        { path: 'overall/light', text: 'green', version: 2, confirm: false },
        { path: 'results/text', text: 'A', version: 0, confirm: false },
        { path: 'nextSteps/text', text: 'B', version: 0, confirm: false },
      ],
    })
  })

  it.each([
    ['confirm:results/text', ['results/text']],
    ['confirm-section:overall', ['overall/light']],
    ['confirm-section:over', []],
    ['save', []],
    ['confirm:', []],
  ])('%s confirms what it names', (intent, confirmed) => {
    const sent = read({ ...head, ...fields, intent }).fields
    expect(sent.filter((field) => field.confirm).map((field) => field.path)).toEqual(confirmed)
  })

  it('saves when no button was pressed', () => {
    expect(read({ ...head }).intent).toBe('save')
  })

  it.each([{ ...head, reportId: 'x' }, { ...head, version: '0' }, { ...head, version: 'yksi' }, {}])(
    'is refused without knowing which report it is: %j',
    (form) => {
      expect(reportFormSchema.safeParse(form).success).toBe(false)
    },
  )
})

describe('fields of the save address', () => {
  it.each([
    [{ fields: [{ path: 'results/text', text: 'x', version: 0 }] }, true],
    [{ fields: [] }, false],
    [{ fields: [{ path: '', text: 'x', version: 0 }] }, false],
    [{ fields: [{ path: 'results/text', text: 1, version: 0 }] }, false],
    [{ fields: [{ path: 'results/text', text: 'x', version: -1 }] }, false],
    [null, false],
  ])('%j: %s', (body, good) => {
    expect(saveFieldsSchema.safeParse(body).success).toBe(good)
  })
})

describe('what was not saved', () => {
  it('is told at each field', () => {
    expect(refusedFields([{ path: 'a', ok: true }])).toBeNull()
    expect(
      refusedFields([
        { path: 'a', ok: true },
        { path: 'b', ok: false, reason: 'STALE' },
        { path: 'c', ok: false, reason: 'TOO_LONG' },
      ]),
    ).toEqual({ b: 'statusReports.error.stale', c: 'statusReports.error.tooLong' })
  })
})

describe('a return', () => {
  const given = { ...head, opens: `results,actions/${id}`, reason: ' Kerro luku. ' }

  it('names its places and has a reason', () => {
    expect(returnSchema.parse(given)).toMatchObject({ opens: ['results', `actions/${id}`], reason: 'Kerro luku.' })
  })

  it.each([
    ['no place', { opens: '' }, 'opens'],
    ['a place that is none', { opens: 'results,everything' }, 'opens'],
    ['no reason', { reason: '  ' }, 'reason'],
    ['an endless reason', { reason: 'x'.repeat(2001) }, 'reason'],
  ])('is refused with %s', (_what, part, at) => {
    const result = returnSchema.safeParse({ ...given, ...part })
    expect(result.success || result.error.issues[0]?.path[0]).toBe(at)
  })
})

describe('a link of evidence', () => {
  const given = { ...head, label: 'Kuvaus', url: 'https://esimerkki.fi/kuvaus' }

  it.each(['javascript:alert(1)', 'data:text/html,x', 'esimerkki.fi', '/projects', ''])('is refused: %s', (url) => {
    expect(linkSchema.safeParse({ ...given, url }).success).toBe(false)
  })

  it('is an address of the web with a name', () => {
    expect(linkSchema.safeParse(given).success).toBe(true)
    expect(linkSchema.safeParse({ ...given, label: ' ' }).success).toBe(false)
  })
})

describe('the id of a field on the page', () => {
  it('differs for every path and can stand in an address', () => {
    const paths = ['overall/light', 'overall/reason', `actions/${id}/text`, `actions/${id}/state`, 'actions/no-1/text']
    expect(new Set(paths.map(fieldId)).size).toBe(paths.length)
    for (const path of paths) expect(fieldId(path)).toMatch(/^[A-Za-z][\w-]*$/)
  })
})
