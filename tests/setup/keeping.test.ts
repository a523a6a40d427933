import { describe, expect, it } from 'vitest'
import { backupName } from '@/lib/health/backups/model'
import { isDue, type Kept, lastTurn, outdated } from '../../scripts/backup/keeping.mts'

const at = (moment: string): Kept => ({ name: moment, at: new Date(moment), bytes: 1 })
const night = '02:30'

describe('which backups are kept', () => {
  it('names sort by time, in summer and in winter', () => {
    const moments = ['2026-03-28T23:30:00Z', '2026-03-29T00:30:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']
    const names = moments.map((moment) => backupName(new Date(moment)))
    expect(names[0]).toBe('etappi-20260328T233000Z.tar.gz.age')
    expect([...names].sort()).toEqual(names)
  })

  it('older than the days go, but never one of the newest three', () => {
    const now = new Date('2026-11-22T12:00:00Z')
    const days = [1, 2, 3, 4, 5, 40, 50].map((back) => at(new Date(now.getTime() - back * 86_400_000).toISOString()))
    const backups = days.sort((a, b) => a.at.getTime() - b.at.getTime())
    expect(outdated(backups, 35, now)).toHaveLength(2)
    expect(outdated(backups, 1, now)).toHaveLength(4)
    expect(outdated(backups.slice(0, 3), 1, now)).toEqual([])
  })
})

describe('when the night’s backup is due', () => {
  it('the turn is of Finnish time, also when clocks are set', () => {
    expect(lastTurn(new Date('2026-11-22T00:29:00Z'), night).toISOString()).toBe('2026-11-21T00:30:00.000Z')
    expect(lastTurn(new Date('2026-11-22T00:30:00Z'), night).toISOString()).toBe('2026-11-22T00:30:00.000Z')
    expect(lastTurn(new Date('2026-07-01T05:00:00Z'), night).toISOString()).toBe('2026-06-30T23:30:00.000Z')
    // 03:30 was left out that night: the turn before it counts
    expect(lastTurn(new Date('2026-03-29T05:00:00Z'), '03:30').toISOString()).toBe('2026-03-28T01:30:00.000Z')
  })

  it('once a night, also after the server stood still', () => {
    const now = new Date('2026-11-22T12:00:00Z')
    expect(isDue([], now, night)).toBe(true)
    expect(isDue([at('2026-11-22T00:30:10Z')], now, night)).toBe(false)
    expect(isDue([at('2026-11-21T00:30:10Z')], now, night)).toBe(true)
    expect(isDue([at('2026-11-21T23:59:00Z')], now, night)).toBe(true)
  })
})
