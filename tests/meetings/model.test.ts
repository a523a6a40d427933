import { describe, expect, it } from 'vitest'
import { dueStateOf } from '@/lib/meetings/action-points/model'
import { expectedNumbers, pointsOf } from '@/lib/meetings/agenda/model'
import { figureOf, reviewOf } from '@/lib/meetings/attachments/model'
import { dayOfDecision } from '@/lib/meetings/decisions/model'
import { isWritable, type MeetingStep, meetingStates, stateAfter } from '@/lib/meetings/model'
import { withoutNames } from '@/lib/meetings/names/model'
import { attendanceSchema } from '@/lib/meetings/schema'

/** Nobody’s name; in two parts, so that it is not taken for somebody’s. */
const person = ['Tessa', 'Koevirtanen'].join(' ')

describe('states of minutes', () => {
  it('lead where the table says, and nowhere else', () => {
    const steps: MeetingStep[] = ['check', 'return', 'approve']
    const all = meetingStates.map((state) => [state, ...steps.map((step) => stateAfter(state, step) ?? '-')].join(' '))
    expect(all).toEqual(['draft checked - -', 'checked - draft approved', 'approved - - -'])
    expect(meetingStates.filter(isWritable)).toEqual(['draft'])
  })
})

describe('numbers that items will get', () => {
  const items = [
    { id: 'a', number: null },
    { id: 'b', number: 7 },
    { id: 'c', number: null },
  ]
  it('go on from the last one, and leave alone what has its own', () => {
    expect([...expectedNumbers(items, 12)]).toEqual([
      ['a', 13],
      ['c', 14],
    ])
  })
  it('are not known without a day', () => expect(expectedNumbers(items, null).size).toBe(0))
})

describe('names in a public version', () => {
  const names = [{ name: person, role: 'sihteeri' }]
  it.each([
    [`${person} esitteli asian.`, '[sihteeri] esitteli asian.'],
    ['Kirjattiin Koevirtasen huomio.', 'Kirjattiin [sihteeri] huomio.'],
    ['Tessalle annettiin tehtävä.', '[sihteeri] annettiin tehtävä.'],
    ['Koevirtasten suku ei liity tähän: tessatar.', '[sihteeri] suku ei liity tähän: tessatar.'],
    ['Mikään ei muutu.', 'Mikään ei muutu.'],
    ['Huomion teki T. Koevirtanen.', 'Huomion teki [sihteeri].'],
    ['KOEVIRTASEN ehdotus', '[sihteeri] ehdotus'],
    ['Koevirtasellekin kerrottiin, Tessakaan ei vastustanut.', '[sihteeri] kerrottiin, [sihteeri] ei vastustanut.'],
  ])('give way to the role: %s', (text, shown) => {
    expect(withoutNames({ deep: [{ text }] }, names)).toEqual({ deep: [{ text: shown }] })
  })

  it.each([
    ['Koepekka', 'Koepekan ja Koepekkaa'],
    ['Koelahti', 'Koelahden ja Koelahtea'],
    ['Koeranta', 'Koerannan ja Koerannalle'],
    ['Koeniemi', 'Koeniemen ja Koeniemestä'],
    ['Koemäki', 'Koemäen ja Koemäelle'],
    ['Koetuomas', 'Koetuomaksen ja Koetuomasta'],
    ['Koe-Anna', 'Annan ja Koe-Annalle'],
    ['Koe', 'KOE ja Koelle'],
  ])('give way in whatever form they stand: %s', (name, text) => {
    expect(withoutNames(text, [{ name, role: 'jäsen' }])).toBe('[jäsen] ja [jäsen]')
  })

  it('leave other words alone', () => {
    const text = 'Pekka, mäki ja lahti: Koeala, Koepekkarinen, koepekan.'
    const names = ['Koepekka', 'Koemäki'].map((name) => ({ name, role: 'jäsen' }))
    expect(withoutNames(text, names)).toBe(text)
  })

  it('stay away, and the text does not grow, where a role holds a name or a name is a mark', () => {
    const two = [
      { name: 'Testaaja', role: 'Kokeilijan varajäsen' },
      { name: 'Kokeilija', role: 'Testaajan varajäsen' },
    ]
    expect(withoutNames('Testaaja ja Kokeilija', two)).toBe('[– varajäsen] ja [– varajäsen]')
    const marks = ['-', '1 a)', '"json"', '#REF!'].map((name) => ({ name, role: '- 1 a) "json" #REF! -' }))
    const text = 'Kohta 1 a) - "json" #REF! '.repeat(20)
    expect(withoutNames(text, [...marks, ...marks, ...marks]).length).toBeLessThan(text.length * 10)
  })
})

describe('addresses of frozen pages', () => {
  it.each([
    ['/r/4f0c11aa22-m0933fc9c41a2', { code: '4f0c11aa22', name: '0933fc9c41a2' }],
    ['/r/m0933fc9c41a2', null],
    ['https://muu.example/r/4f0c11aa22-m0933fc9c41a2', null],
  ])('of figures: %s', (page, expected) => expect(figureOf(page)).toEqual(expected))
  it.each([
    ['/projects/kkk2/steering/2025-Q3?version=2', { project: 'kkk2', period: '2025-Q3', unit: null, version: 2 }],
    ['/projects/kkk2/steering/2025-Q3', null],
    ['/projects/kkk2/rounds/2025-Q3?version=1', null],
    ['//muu.example/projects/kkk2/steering/2025-Q3?version=1', null],
  ])('of reviews: %s', (page, expected) => expect(reviewOf(page)).toEqual(expected))
})

it('an action point is late the day after its last day, and never without one', () => {
  const state = (dueOn: string | null, doneOn: string | null = null) => dueStateOf({ dueOn, doneOn }, '2025-11-12')
  expect([state('2025-11-11'), state('2025-11-12'), state(null), state('2025-01-01', '2025-02-01')]).toEqual([
    'late',
    'open',
    'open',
    'done',
  ])
})

it('a decision without a day of its own was made on the day of its meeting', () => {
  const meeting = { heldOn: '2025-11-12' } as NonNullable<Parameters<typeof dayOfDecision>[0]['meeting']>
  expect(dayOfDecision({ decidedOn: null, meeting })).toBe('2025-11-12')
  expect(dayOfDecision({ decidedOn: '2025-10-01', meeting })).toBe('2025-10-01')
  expect(dayOfDecision({ decidedOn: null, meeting: null })).toBeNull()
})

it('discussion is typed one point per line', () => {
  expect(pointsOf(' Yksi \n\n kaksi\n')).toEqual(['Yksi', 'kaksi'])
})

describe('the attendance form', () => {
  const read = (rows: Record<string, string>) =>
    attendanceSchema.safeParse({
      project: 'p',
      meetingId: '00000000-0000-7000-8000-000000000001',
      version: '1',
      ...rows,
    })
  it('leaves empty rows out', () => {
    const given = { 'role/0': 'Jäsen', 'present/0': 'no', 'role/1': '', 'name/1': '', 'role/2': ' Sihteeri ' }
    expect(read(given).data?.rows).toEqual([
      { role: 'Jäsen', name: '', note: '', present: false },
      { role: 'Sihteeri', name: '', note: '', present: true },
    ])
  })
  it('asks for the role of a named person, at that row', () => {
    expect(read({ 'role/3': '', 'name/3': 'Nimi' }).error?.issues[0]?.path).toEqual(['role/3'])
  })
})
