import { describe, expect, it } from 'vitest'
import { chooseLocale } from '@/lib/platform/locales'
import { contentPolicy, isOwnChoice, isOwnOrigin, languageTarget, withoutSlash } from '@/lib/platform/requests'

describe('content policy', () => {
  const policy = contentPolicy('abc', { secure: false, development: false })

  it('lets only scripts and styles with the nonce of this answer run', () => {
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
    expect(policy).toContain("style-src 'self' 'nonce-abc';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toContain('http')
  })

  it('is loosened only while developing, and asks for TLS where people use TLS', () => {
    expect(contentPolicy('abc', { secure: false, development: true })).toContain('unsafe-eval')
    expect(contentPolicy('abc', { secure: true, development: false })).toContain('upgrade-insecure-requests')
    expect(policy).not.toContain('upgrade-insecure-requests')
  })
})

describe('who may write', () => {
  const from = (headers: Record<string, string>, method = 'POST') => isOwnOrigin(method, new Headers(headers))

  it.each([
    ['reading, from anywhere', true, { 'sec-fetch-site': 'cross-site' }, 'GET'],
    ['our own page', true, { 'sec-fetch-site': 'same-origin' }, 'POST'],
    ['our own page, older browser', true, { origin: 'https://etappi.example', host: 'etappi.example' }, 'POST'],
    [
      'our own page behind a proxy',
      true,
      { origin: 'https://etappi.example', host: '10.0.0.1', 'x-forwarded-host': 'etappi.example' },
      'POST',
    ],
    [
      'another site',
      false,
      { 'sec-fetch-site': 'cross-site', origin: 'https://bad.example', host: 'etappi.example' },
      'POST',
    ],
    ['a sister host', false, { 'sec-fetch-site': 'same-site' }, 'POST'],
    ['another site, older browser', false, { origin: 'https://bad.example', host: 'etappi.example' }, 'POST'],
    ['nobody knows', false, { host: 'etappi.example' }, 'POST'],
    ['a page without an origin', false, { origin: 'null', host: 'etappi.example' }, 'DELETE'],
  ])('%s: %s', (_who, allowed, headers, method) => {
    expect(from(headers as Record<string, string>, method)).toBe(allowed)
  })
})

describe('language', () => {
  it.each([
    ['sv', 'fi-FI', 'sv'],
    [undefined, 'sv-FI,fi;q=0.8', 'sv'],
    [undefined, 'de, en;q=0.5, sv;q=0.9', 'sv'],
    [undefined, 'fi;q=0, en', 'en'],
    ['se', 'se', 'fi'],
    [null, null, 'fi'],
    [undefined, '*', 'fi'],
  ])('chosen %s, browser %s: %s', (chosen, browser, expected) => {
    expect(chooseLocale(chosen, browser)).toBe(expected)
  })

  it.each([
    ['a link of ours', true, { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'document' }],
    ['typed or kept as a bookmark', true, { 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' }],
    ['a link of ours, older browser', true, { referer: 'https://etappi.example/risks', host: 'etappi.example' }],
    ['a link of another site', false, { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }],
    ['a sister host', false, { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'document' }],
    ['a picture on our own page', false, { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'image' }],
    ['another site, older browser', false, { referer: 'https://bad.example/', host: 'etappi.example' }],
    ['nobody knows', false, { host: 'etappi.example' }],
  ])('is chosen by %s: %s', (_who, chosen, headers) => {
    expect(isOwnChoice(new Headers(headers as Record<string, string>))).toBe(chosen)
  })

  it('keeps the filters where the server is reached by another name than it listens on', () => {
    const url = new URL('http://127.0.0.1:3000/risks?lang=sv')
    expect(languageTarget(url, 'http://localhost:3000/risks?level=high', 'localhost:3000').search).toBe('?level=high')
  })

  it('keeps the filters of the page it was changed on', () => {
    const url = new URL('https://etappi.example/risks?lang=sv')
    expect(languageTarget(url, 'https://etappi.example/risks?level=high&lang=fi').href).toBe(
      'https://etappi.example/risks?level=high',
    )
    expect(languageTarget(url, 'https://etappi.example/other?level=high').href).toBe('https://etappi.example/risks')
    expect(languageTarget(url, 'https://bad.example/risks?level=high').href).toBe('https://etappi.example/risks')
    expect(languageTarget(url, null).href).toBe('https://etappi.example/risks')
    expect(languageTarget(new URL('https://etappi.example/risks?lang=sv&a=1'), 'rubbish').href).toBe(
      'https://etappi.example/risks?a=1',
    )
  })
})

it.each([
  ['/', '/'],
  ['/a/b', '/a/b'],
  ['/a/b/', '/a/b'],
  ['/a//', '/a'],
  ['//bad.example/', '/bad.example'],
  ['/\\bad.example/', '/bad.example'],
])('the path %s is answered at %s', (given, plain) => {
  expect(withoutSlash(given)).toBe(plain)
})
