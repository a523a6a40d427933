import { describe, expect, it } from 'vitest'
import { networkOf, publicDoor, senderOf } from '@/lib/access/senders'

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 5, 9, 0, seconds))

describe('pages that everybody may open', () => {
  it('are opened 240 times a minute by one sender, and then not until the minute is over', () => {
    const open = publicDoor()
    const waits = Array.from({ length: 240 }, () => open('198.51.100.7', at(10)))
    expect(waits.filter((seconds) => seconds > 0)).toEqual([])
    expect(open('198.51.100.7', at(20))).toBe(50)
    expect(open('198.51.100.7', at(69))).toBe(1)
    expect(open('198.51.100.7', at(70))).toBe(0)
  })

  it('stay open to everybody else', () => {
    const open = publicDoor()
    for (let hit = 0; hit < 300; hit++) open('198.51.100.7', at(0))
    expect(open('198.51.100.7', at(1))).toBeGreaterThan(0)
    expect(open('198.51.100.8', at(1))).toBe(0)
  })

  it('remember ten thousand senders and no more, the present one always among them', () => {
    const open = publicDoor()
    for (let hit = 0; hit < 241; hit++) open('198.51.100.7', at(0))
    for (let other = 0; other < 10_000; other++) open(`10.0.${other >> 8}.${other & 255}`, at(1))
    expect(open('198.51.100.7', at(2))).toBe(0)
  })
})

describe('who one sender is', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8::1:2:3:4:5', '2001:db8:0:1::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['local', 'local'],
  ])('%s counts as %s', (sender, network) => expect(networkOf(sender)).toBe(network))

  it('is the first address that the server has put there', () => {
    expect(senderOf(new Headers({ 'x-forwarded-for': '198.51.100.7, 10.0.0.1' }))).toBe('198.51.100.7')
    expect(senderOf(new Headers())).toBe('local')
  })
})
