import { describe, expect, it } from 'vitest'
import { backupMoment, backupName } from '@/lib/health/backups/model'
import { faultsOf, type Health, judge, worstOf } from '@/lib/health/model'
import { toldOf } from '@/lib/health/told/model'
import { words } from '@/lib/platform/words'

const at = new Date('2026-11-22T12:00:00Z')
const good: Health = {
  database: { up: true, version: '18.1', bytes: 50_000_000 },
  replica: null,
  migrations: { applied: 12, newest: '20261122220457_trust', broken: 0 },
  queue: { waiting: 1, failed: 0, oldest: '2026-11-22T11:30:00Z' },
  disk: { free: 50_000_000_000, all: 100_000_000_000 },
  scanner: { answers: true },
  backup: { set: true, newest: { at: '2026-11-22T00:30:00Z', bytes: 1_000_000 }, count: 35 },
  audit: { rows: 100 },
  faults: [],
  versions: { etappi: '1.0.0', node: '24.1.0', database: '18.1' },
}
const level = { bytes: 0, seconds: null, isStandby: true }
const replica = { refusal: null, lag: level, asked: 10, answered: 9 }

describe('health', () => {
  it('tells how far behind a replica is and how much of it is used, and asks for nothing while it does well', () => {
    for (const [lag, found] of [
      [level, 'Answers and is up to date. Of this server’s reads of published material it has answered 9 of 10.'],
      [
        { bytes: 2000, seconds: 1.25, isStandby: true },
        'Answers, 2 kB behind. Its last change is 1 s old. Of this server’s',
      ],
    ] as const) {
      const told = toldOf(words('en'), { ...good, replica: { ...replica, lag } }, at).find(
        (one) => one.part === 'replica',
      )
      expect(told?.found.replaceAll('\u00a0', ' ')).toContain(found)
      expect([told?.state, told?.todo]).toEqual(['good', 'Nothing.'])
    }
  })

  it('is good where everything is, and says so of each part', () => {
    expect(worstOf(judge(good, at))).toBe('good')
    for (const locale of ['fi', 'sv', 'en'] as const) expect(toldOf(words(locale), good, at)).toHaveLength(10)
  })

  it('names each fault, with what to do', () => {
    const cases: [keyof ReturnType<typeof judge>, string, Partial<Health>][] = [
      ['database', 'danger', { database: { up: false, version: null, bytes: null } }],
      ['replica', 'warning', { replica: { ...replica, lag: null } }],
      ['replica', 'warning', { replica: { ...replica, refusal: 'powers' } }],
      ['replica', 'warning', { replica: { ...replica, refusal: 'stranger' } }],
      ['replica', 'warning', { replica: { ...replica, lag: { ...level, bytes: 1, seconds: 61 } } }],
      ['replica', 'warning', { replica: { ...replica, lag: { ...level, bytes: 1 } } }],
      ['replica', 'warning', { replica: { ...replica, lag: { ...level, isStandby: false } } }],
      ['migrations', 'danger', { migrations: null }],
      ['migrations', 'danger', { migrations: { applied: 1, newest: 'x', broken: 1 } }],
      ['queue', 'warning', { queue: null }],
      ['queue', 'warning', { queue: { waiting: 0, failed: 1, oldest: null } }],
      ['queue', 'warning', { queue: { waiting: 1, failed: 0, oldest: '2026-11-22T09:59:00Z' } }],
      ['disk', 'warning', { disk: null }],
      ['disk', 'warning', { disk: { free: 1_900_000_000, all: 100_000_000_000 } }],
      ['disk', 'danger', { disk: { free: 400_000_000, all: 100_000_000_000 } }],
      ['scanner', 'warning', { scanner: null }],
      ['scanner', 'danger', { scanner: { answers: false } }],
      ['backup', 'warning', { backup: { set: false, newest: null, count: 0 } }],
      ['backup', 'danger', { backup: { set: true, newest: null, count: 0 } }],
      ['backup', 'danger', { backup: { set: true, newest: { at: '2026-11-21T09:59:00Z', bytes: 1 }, count: 1 } }],
      ['settings', 'warning', { faults: ['demo'] }],
    ]
    const nothing = words('fi')('health.todo.none')
    for (const [part, state, change] of cases) {
      const health = { ...good, ...change }
      expect([part, judge(health, at)[part]]).toEqual([part, state])
      const told = toldOf(words('fi'), health, at).find((one) => one.part === part)
      expect(told?.todo).not.toBe(nothing)
    }
  })

  it('finds settings that are unsafe or missing', () => {
    const safe = {
      demo: false,
      appUrl: 'https://etappi.example.fi',
      mail: { host: 'smtp.example.fi', tls: 'required' },
      backups: true,
      schedule: true,
      linkCheck: 'off',
    }
    expect(faultsOf(safe)).toEqual([])
    expect(faultsOf({ ...safe, appUrl: 'http://localhost:3000' })).toEqual([])
    expect(
      faultsOf({
        demo: true,
        appUrl: 'http://etappi.example.fi',
        mail: { host: 'smtp.example.fi', tls: 'off' },
        backups: false,
        schedule: false,
        linkCheck: 'any',
      }),
    ).toEqual(['demo', 'no_tls', 'mail_plain', 'no_backups', 'schedule_off', 'links_any'])
    expect(faultsOf({ ...safe, mail: null })).toEqual(['no_mail'])
  })

  it('knows backups by their names, and no other file', () => {
    expect(backupMoment(backupName(at))).toEqual(at)
    expect(backupMoment('etappi.tar.gz.age')).toBe(null)
  })
})
