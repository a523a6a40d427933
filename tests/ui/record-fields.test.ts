import { describe, expect, it } from 'vitest'
import { fieldId, fieldsIn, type RecordField, saysOther, shownValue, withKnown } from '@/components/ui/record-fields'

const kinds: RecordField = {
  as: 'kinds',
  name: 'concerns',
  label: 'Koskee',
  none: 'Ei mitään',
  options: [
    { key: 'a', label: 'Laji A', options: [{ value: 'a:1', label: 'Ensimmäinen' }] },
    { key: 'b', label: 'Laji B', options: [{ value: 'b:2', label: 'Toinen' }] },
  ],
}
const choice: RecordField = {
  as: 'choice',
  name: 'state',
  label: 'Tila',
  empty: 'Ei tiedossa',
  options: [{ value: 'open', label: 'Avoin' }],
}
const line: RecordField = { as: 'line', name: 'role/0', label: 'Rooli' }

describe('what is stored is shown as people read it', () => {
  it.each([
    [line, ' teksti', ' teksti'],
    [choice, 'open', 'Avoin'],
    [choice, '', ''],
    [kinds, 'b:2,a:1', 'Ensimmäinen; Toinen'],
    [{ as: 'tick', name: 'small', label: 'Pienhankinta' } as const, 'yes', 'Pienhankinta'],
    [{ as: 'tick', name: 'small', label: 'Pienhankinta' } as const, '', ''],
  ])('%o %s', (field, value, shown) => {
    expect(shownValue(field, value)).toBe(shown)
  })
})

describe('two values say different things', () => {
  it('whatever the spaces around a text, or the order of what was chosen', () => {
    expect(saysOther(line, 'Teams ', 'Teams')).toBe(false)
    expect(saysOther(line, 'Teams', 'Kokoustila')).toBe(true)
    expect(saysOther(kinds, 'b:2,a:1', 'a:1,b:2')).toBe(false)
    expect(saysOther(kinds, 'a:1', 'a:1,b:2')).toBe(true)
    // In a text the order is its own.
    expect(saysOther(line, 'b,a', 'a,b')).toBe(true)
  })
})

describe('a group', () => {
  const group = { as: 'group', name: 'rows', label: 'Rivit', fields: [line, { ...choice, known: 'open' }] } as const

  it('gives its fields to the summary, and what is stored to each of them', () => {
    expect(fieldsIn([kinds, group]).map(({ name }) => name)).toEqual(['concerns', 'role/0', 'state'])
    const known = fieldsIn(withKnown([group], { 'role/0': 'Jäsen' }))
    expect(known.map((field) => field.known)).toEqual(['Jäsen', ''])
  })

  it('has fields that a link can lead to', () => {
    expect(fieldId('attendance', 'role/0')).toBe('attendance-role-0')
  })
})
