import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { senderAddress, tellSenders } from '../../scripts/steps/sender.mjs'

const peer = '192.0.2.9'

describe('who sends a request', () => {
  it.each([
    ['nobody forwards', undefined, 0, peer],
    ['a sender writes an address without a proxy', '203.0.113.1', 0, peer],
    ['one proxy adds whom it was asked by', '198.51.100.4', 1, '198.51.100.4'],
    ['a sender writes an address before the proxy adds the real one', '203.0.113.1, 198.51.100.4', 1, '198.51.100.4'],
    ['two proxies', '203.0.113.1, 198.51.100.4, 10.0.0.1', 2, '198.51.100.4'],
    ['fewer addresses than proxies', '198.51.100.4', 3, '198.51.100.4'],
    ['empty parts', ' , 198.51.100.4 ,', 1, '198.51.100.4'],
  ])('%s', (_, forwarded, proxies, sender) => {
    expect(senderAddress(forwarded, peer, proxies)).toBe(sender)
  })
})

describe('a server that tells senders', () => {
  const emit = http.Server.prototype.emit
  const server = http.createServer((request, answer) => answer.end(JSON.stringify(request.headers)))
  afterAll(() => {
    http.Server.prototype.emit = emit
    server.close()
  })

  it('passes on the real address and nothing that nobody of ours has written', async () => {
    tellSenders(0)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const forged = { 'x-forwarded-for': '203.0.113.1', 'x-forwarded-host': 'evil.example', accept: 'text/plain' }
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers: forged })
    const told = (await answer.json()) as Record<string, string>
    expect(told['x-forwarded-for']).toBe('127.0.0.1')
    expect(told['x-forwarded-host']).toBeUndefined()
    expect(told.accept).toBe('text/plain')
  })
})
