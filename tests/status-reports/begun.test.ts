import { expect, it } from 'vitest'
import { FieldStates } from '@/components/status-reports/form/field-states'

const path = 'results/text'

function states(): FieldStates {
  const field = { path, kind: 'text', label: path, text: 'Ennen', version: 1, confirmed: true } as const
  return new FieldStates([{ ...field, reading: null, previous: null }], {})
}

it('knows a report as begun once something of it is saved, here or elsewhere, and not before', () => {
  const here = states()
  here.type(path, 'Uusi')
  here.restore(path, { text: 'Uusi', version: 1 })
  expect(here.begun).toBe(false)
  const [sent] = here.waiting()
  if (!sent) throw new Error('nothing waits to be sent')
  here.take(sent, { path, ok: true, version: 2, confirmed: true, reading: null })
  expect(here.begun).toBe(true)

  const elsewhere = states()
  elsewhere.refresh([], null)
  expect(elsewhere.begun).toBe(false)
  elsewhere.refresh([{ path, text: 'Toisen', version: 2, confirmed: true, by: null, at: 'nyt' }], null)
  expect(elsewhere.begun).toBe(true)
})
