import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askOutside, isPublicAddress } from '@/lib/platform/outside'
import { type HttpStandIn, startHttpStandIn } from '../support/http-stand-in'

describe('an address of the open internet', () => {
  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '193.166.3.2', '2a00:1190::1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    '%s is one',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.2.7',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'ff02::1',
    'kainuu.fi',
    '',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
})

describe('where only public addresses are let through', () => {
  let inner: HttpStandIn
  beforeAll(async () => {
    inner = await startHttpStandIn({ '/': { text: 'sisäverkossa' } })
  })
  afterAll(() => inner.stop())
  const ask = (address: string, publicOnly: boolean) =>
    askOutside({ url: new URL(address), patience: 3000, bytes: 1000, publicOnly })

  it('a name or a number that leads inside is refused before anything is sent', async () => {
    const port = new URL(inner.address).port
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0x7f.1', '2130706433']) {
      expect(await ask(`http://${host}:${port}/`, true), host).toEqual({ ok: false, reason: 'NOT_PUBLIC' })
    }
    expect(inner.asked).toEqual([])
    expect(await ask(inner.address, false)).toMatchObject({ ok: true, value: { status: 200, body: 'sisäverkossa' } })
  })

  it('a name that nobody has is unreachable', async () => {
    expect(await ask('http://nimi.invalid/', true)).toEqual({ ok: false, reason: 'UNREACHABLE' })
  })
})
