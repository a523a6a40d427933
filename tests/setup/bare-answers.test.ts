// What the server answers before Next sees it.
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { answerBare, bareAnswer } from '../../scripts/steps/bare-answers.mjs'

describe('a request that Next must not see', () => {
  it.each([
    ['/%zz', 400],
    ['/projects/%E0%A4%A', 400],
    ['/%', 400],
  ])('%s is a bad address', (url, status) => expect(bareAnswer({ url })).toMatchObject({ status }))

  it.each([
    ['//evil.example', '/evil.example'],
    ['/\\evil.example', '/evil.example'],
    ['///a//b/', '/a/b'],
    ['/a//b?q=x//y', '/a/b?q=x//y'],
    ['/a\\b', '/a/b'],
    ['//', '/'],
  ])('%s leads to %s', (url, target) =>
    expect(bareAnswer({ url })).toMatchObject({ status: 308, headers: { Location: target } }),
  )

  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'get'])('the method %s is answered by itself', (method) => {
    expect(bareAnswer({ method, url: '/' })?.status).toBe(405)
  })

  it.each(['/', '/a/b', '/a/b/', '/a%2Fb', '/a?next=%zz', '/a?x=//b', '/%00', '/haku?q=%C3%A4'])('%s goes on', (url) =>
    expect(bareAnswer({ url })).toBeNull(),
  )
})

describe('a server with it', () => {
  const emit = http.Server.prototype.emit
  const server = http.createServer((request, answer) => answer.end(request.url))
  afterAll(() => {
    http.Server.prototype.emit = emit
    server.close()
  })

  it('passes everything else on, with HSTS under https', async () => {
    answerBare(true)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const good = await fetch(`${address}/hyva?q=1`)
    expect(await good.text()).toBe('/hyva?q=1')
    expect(good.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
    const bad = await fetch(`${address}/%zz`)
    expect(bad.status).toBe(400)
    expect(bad.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })
})
