import { expect, it } from 'vitest'
import { decisionSchema, proposalSchema } from '@/lib/plan-changes/schema'

it('a proposal as its form sends it, without the unit that the report tells', () => {
  const read = proposalSchema.safeParse({
    once: 'x',
    project: 'kkk2',
    projectId: '0197a000-0000-7000-8000-000000000001',
    reportId: '0197a000-0000-7000-8000-000000000002',
    title: 'Koulutus jatkuu',
    investmentId: '',
    what: '',
    why: '',
    oldText: 'Koulutus päättyy joulukuussa 2025.',
    newText: 'Koulutus päättyy tammikuussa 2026.',
    oldAmount: '1 000',
    newAmount: '12 500,50 €',
  })
  expect(read.error?.issues).toBeUndefined()
  expect(read.data).toMatchObject({ workPackageId: null, oldAmount: '1000', newAmount: '12500.50', what: null })
})

it('a decision where no meeting can be chosen', () => {
  const given = { project: 'kkk2', changeId: '0197a000-0000-7000-8000-000000000001', version: '1', note: '' }
  expect(decisionSchema.parse({ ...given, decided: '9/2025' })).toMatchObject({ decisionId: null })
  expect(decisionSchema.safeParse({ ...given, decided: '9/2025', decisionId: 'x' }).success).toBe(false)
})
