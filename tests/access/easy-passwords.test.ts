import * as list from '@zxcvbn-ts/language-common'
import { describe, expect, it } from 'vitest'
import { isEasyPassword } from '@/lib/access/easy-passwords'
import { isLeakedPassword } from '@/lib/access/leaked-passwords'
import { newPassword } from '@/lib/access/schema'

/** Of lists of leaked passwords those of twelve signs and more that come first, and their Finnish and Swedish kin. */
const leaked = `
123456789012 1234567890123 111111111111 000000000000 aaaaaaaaaaaa abcdefghijkl qwertyuiop12 qwertyuiop123 1q2w3e4r5t6y
1q2w3e4r5t6y7u8i 1qaz2wsx3edc q1w2e3r4t5y6 zaq12wsxcde3 qazwsxedcrfv password1234 password12345 passwordpassword P@ssw0rd1234
Passw0rd2024! iloveyou1234 iloveyou2023 administrator administrator1 changeme1234 letmein12345 welcome12345 Welcome2024!!
basketball12 liverpool123 manchester1 superman1234 starwars2020 princess1234 sunshine1234 football1234 monkey123456 dragon123456
michael12345 asdfghjkl123 asdfasdfasdf abcabcabcabc abcd1234abcd 123qwe123qwe zxcvbnm12345 mnbvcxz54321 0987654321098
correcthorsebatterystaple opensesame123 salasana1234 Salasana2026! salasanasalasana 5alasana1234 perkele12345 Kesäkuu2026!!
Talvi2025!!! helsinki1234 suomifinland1 tervetuloa123 moikkamoikka lösenord1234 Sommar2025!! välkommen123 hemligt12345
etappi-demo-2025 Etappi2026!! loppuraportti1 hyvinvointialue hyvinvointialue2026 Projekti2026! rrp-raportti-1
`
  .split(/\s+/)
  .filter((one) => one.length >= 12)

const good = [
  'neljä sanaa ilman numeroita',
  'toiset neljä sanaa tähän',
  'kolme vanhaa sanaa',
  'neljä tavallista sanaa peräkkäin',
  'vG7#pLq9!tRz',
  'hillo traktori kuiskaus',
  'rapport om älgar i dimman',
]

describe('a password that is guessed first', () => {
  it('is refused: common ones, rows of keys, repetitions, names of the product', () => {
    console.log(`looked at ${leaked.length} passwords that are known`)
    expect(leaked.length).toBeGreaterThanOrEqual(55)
    expect(leaked.filter((one) => !isEasyPassword(one))).toEqual([])
  })

  it.each(good)('%s is not among them', (password) => {
    expect(isEasyPassword(password)).toBe(false)
    expect(newPassword.safeParse(password).success).toBe(true)
  })

  it.each([
    ['kainuunkainuun', ['Kainuun hyvinvointialue']],
    ['Kainuu-4ever!', ['Kainuun hyvinvointialue']],
    ['KoordinoivaKKK2!', ['kkk2', 'Koordinoiva hanke']],
    ['ensimmainen.osoite', ['ensimmainen.osoite@kainuu.example']],
    ['Suunnittelija99', ['Suunnittelija yksi']],
  ])('%s is refused where that is a name, and only there', (password, names) => {
    expect(isEasyPassword(password, names)).toBe(true)
    if (!/^(.+)\1$/.test(password)) expect(isEasyPassword(password, ['Etelä-Karjala'])).toBe(false)
  })

  it('is refused when it was leaked, with capitals and a few signs around it, too', () => {
    const all = list.dictionary['passwords-common'].filter((one) => one.length >= 12)
    expect(all.length).toBeGreaterThanOrEqual(300)
    expect(all.filter((one) => !isEasyPassword(one))).toEqual([])
    const made = ['Chesterfield1977!', '!!supernatural', 'Needforspeed#22', 'jamesbond007-007']
    expect(made.filter((one) => !isEasyPassword(one))).toEqual([])
    expect(isLeakedPassword('chesterfield 93847561')).toBe(false)
    expect(isLeakedPassword('123456789012345678901')).toBe(false)
  })

  it('is told at the field, once', () => {
    const told = (password: string) => newPassword.safeParse(password).error?.issues.map(({ message }) => message)
    expect(told('salasana1234')).toEqual(['access.error.passwordEasy'])
    expect(told('salasana')).toEqual(['access.error.passwordShort'])
    expect(told('x'.repeat(201))?.[0]).toBe('access.error.passwordLong')
  })

  it('is judged at once, however it is made', () => {
    const began = performance.now()
    for (const text of ['ab'.repeat(100), 'a'.repeat(199), `${'1q2w3e'.repeat(33)}x`, 'åäö'.repeat(66)])
      isEasyPassword(text)
    expect(performance.now() - began).toBeLessThan(200)
  })
})
