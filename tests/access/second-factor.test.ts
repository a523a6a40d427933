import { describe, expect, it } from 'vitest'
import { inFours, readCode, stepOf } from '@/lib/access/second-factor/model'
import { deviceOf } from '@/lib/access/sessions/model'

describe('a typed code', () => {
  it.each([
    ['123456', { kind: 'totp', code: '123456' }],
    [' 123 456 ', { kind: 'totp', code: '123456' }],
    ['１２３４５６', { kind: 'totp', code: '123456' }],
    ['abcd-efgh-ijkl-mnop', { kind: 'recovery', code: 'ABCDEFGHIJKLMNOP' }],
    ['abcd-efgh-ijkl-mnop-qrst-uvwx-yz23', { kind: 'recovery', code: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ23' }],
    ['ABCD EFGH–IJKL—MN0P', { kind: 'recovery', code: 'ABCDEFGHIJKLMNOP' }],
    ['a8cd-efgh-1jkl-mn0p', { kind: 'recovery', code: 'ABCDEFGHIJKLMNOP' }],
  ])('%o is read', (typed, read) => expect(readCode(typed)).toEqual(read))

  it.each(['', '12345', '1234567', 'ABCD-EFGH', 'ABCD-EFGH-IJKL-MNO9', 'ABCD-EFGH-IJKL-MNOP-QRST', '٠١٢٣٤٥', '12345a'])(
    '%o is none',
    (typed) => expect(readCode(typed)).toBeNull(),
  )
})

it('steps are half minutes since 1970, as in RFC 6238', () => {
  // Times of the test vectors of the RFC, with their T.
  expect([59, 1111111109, 20000000000].map((seconds) => stepOf(new Date(seconds * 1000)))).toEqual([
    0x1, 0x23523ec, 0x27bc86aa,
  ])
})

it('a key is read in groups of four', () => expect(inFours('ABCDEFGHIJ')).toBe('ABCD EFGH IJ'))

describe('a device in plain words', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
      'Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
      'Safari',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1',
      'Chrome',
      'iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
      'Samsung Internet',
      'Android',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox', 'Linux'],
    ['curl/8.5.0', null, null],
    [null, null, null],
  ])('%s', (userAgent, browser, system) => expect(deviceOf(userAgent)).toEqual({ browser, system }))
})
