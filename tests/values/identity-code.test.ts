import { describe, expect, it } from 'vitest'
import { withoutIdentityCodes } from '@/lib/values/identity-code'

// Made up, with individual numbers 900–999, which nobody is given; the check characters are counted here.
const codes = ['010190-901', '131052-908', '290200A902', '150804B903', '311299Y904', '010185+905'].map(checked)
function checked(start: string): string {
  const [, date = '', sign = '', individual = ''] = /^(\d{6})(.)(\d{3})/.exec(start) ?? []
  return date + sign + individual + '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(date + individual) % 31]
}

describe('a personal identity code in a text', () => {
  it.each(codes)('is masked wherever it stands: %s', (code) => {
    for (const text of [code, code.toLowerCase(), `Nimi ${code}.`, `(${code})`, `"hetu":"${code}"`, `\n${code}\n`]) {
      expect(withoutIdentityCodes(text)).toBe(text.replace(new RegExp(code.replace('+', '\\+'), 'i'), '******-****'))
    }
    expect(withoutIdentityCodes(`${code} ja ${code}`)).toBe('******-**** ja ******-****')
  })

  it('is no date, number, id or hash, and none with a wrong check character', () => {
    const right = checked('010190-901')
    const wrong = right.slice(0, -1) + (right.endsWith('A') ? 'B' : 'A')
    for (const text of [
      wrong,
      checked('320190-901'),
      checked('011390-901'),
      checked('000190-901'),
      `x${right}`,
      `${right}x`,
      `9${right}`,
      '2026-01-31T10:00:00.000Z',
      'VK/2096/2024',
      '0123456-7',
      '019f8a10-1111-7222-8333-0101909017ab',
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    ]) {
      expect(withoutIdentityCodes(text)).toBe(text)
    }
  })
})
