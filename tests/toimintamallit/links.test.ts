import { describe, expect, it } from 'vitest'
import { byHost, checkOf, judgeLink } from '@/lib/toimintamallit/links/model'

const url = 'https://innokyla.fi/fi/toimintamalli/malli'

describe('what an answer means', () => {
  it.each([
    ['answers', { status: 200, address: url }, 'ok'],
    ['leads to https or www', { status: 200, address: 'https://www.innokyla.fi/fi/toimintamalli/malli/' }, 'ok'],
    ['leads elsewhere', { status: 200, address: 'https://innokyla.fi/fi/toimintamalli/uusi' }, 'moved'],
    ['knows no such page', { status: 404, address: url }, 'gone'],
    ['had it once', { status: 410, address: url }, 'gone'],
    ['asks to sign in', { status: 401, address: url }, 'refused'],
    ['keeps machines out', { status: 403, address: url }, 'refused'],
    ['asks too often', { status: 429, address: url }, 'refused'],
    ['has a fault', { status: 503, address: url }, 'unreachable'],
    ['says nothing', null, 'unreachable'],
  ] as const)('%s', (_name, reply, outcome) => {
    expect(judgeLink(url, reply).outcome).toBe(outcome)
  })

  it('tells where a page has moved, and only then', () => {
    expect(judgeLink(url, { status: 200, address: 'https://innokyla.fi/' }).movedTo).toBe('https://innokyla.fi/')
    expect(judgeLink('http://innokyla.fi/fi/toimintamalli/malli', { status: 200, address: url }).movedTo).toBeNull()
    expect(judgeLink(url, { status: 404, address: 'https://innokyla.fi/404' }).movedTo).toBeNull()
  })
})

describe('addresses', () => {
  it('stand by their servers, each once; what no browser opens, or names a person, is left out', () => {
    const found = byHost([url, 'https://thl.fi/a', url, 'https://innokyla.fi/b', 'javascript:alert(1)', 'ftp://a.fi/x'])
    expect([...found]).toEqual([
      ['innokyla.fi', [url, 'https://innokyla.fi/b']],
      ['thl.fi', ['https://thl.fi/a']],
    ])
    expect(byHost(['https://joku:salasana@palvelin.example/', 'ei osoite', '']).size).toBe(0)
  })

  it('have their check by the address as it was written', () => {
    const check = { url, ...judgeLink(url, null), checkedAt: new Date() }
    expect(checkOf([check], url)).toBe(check)
    expect(checkOf([check], `${url}/`)).toBeNull()
    expect(checkOf([check], null)).toBeNull()
  })
})
