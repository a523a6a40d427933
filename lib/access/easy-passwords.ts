// What people choose first when a password must be long, and so what is tried first. Written down here and nowhere else.
import { isLeakedPassword } from '@/lib/access/leaked-passwords'

/** What passwords known from breaches are made of: words, without marks and in small letters. */
const common = `
  password passwort passord passw0rd salasana salis losenord hemligt salaisuus secret changeme vaihdatama vaihda default
  welcome welcom tervetuloa valkommen letmein please opensesame abrakadabra login kirjaudu logon access admin administrator
  paakayttaja yllapito root superuser user guest vieras test testi testing temp master iloveyou rakastan sinua princess prinsessa
  sunshine aurinko football jalkapallo fotboll baseball basketball jaakiekko hockey monkey dragon shadow superman batman
  spiderman starwars pokemon trustno whatever michael michelle jennifer jordan hunter charlie liverpool chelsea arsenal
  barcelona manchester computer internet samsung google facebook microsoft windows office outlook teams flower cheese
  chocolate forever family perhe password correct horse battery staple perkele saatana vittu helvetti moikka hello hejsan
  kesa kevat syksy talvi summer winter spring autumn sommar vinter host tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu
  heinakuu elokuu syyskuu lokakuu marraskuu joulukuu january february march april august september october november december
  maanantai perjantai monday friday suomi finland helsinki sverige stockholm
`
/** What this product, its users and their work are called. */
const ours = `
  etappi demo portaali portal hyvinvointialue hyvinvointi valfardsomrade valfard hanke hankkeen projekti project projekt
  raportti raportointi raportoin rapport report katsaus loppuraportti rrp stm thl valtiokonttori sote
`
/** Signs that lie beside each other on keyboards or in the alphabet. */
const rows = [
  ...['1234567890', 'qwertyuiopa', 'asdfghjkloa', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'],
  ...[
    '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
    'qazwsxedcrfvtgbyhnujmikolp',
    '1q2w3e4r5t6y7u8i9o0p',
    'q1w2e3r4t5y6u7i8o9p0',
  ],
]
const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** A password must keep so many signs when everything that is guessed first has been taken out of it. */
const ownSigns = 8

const fold = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)
const backwards = (text: string): string => [...text].reverse().join('')
const known = wordsOf(`${common} ${ours}`)
const ways = rows.flatMap((row) => [row, backwards(row)])

/**
 * Whether a password is among those that are guessed first: leaked and common ones, rows of keys, something repeated, and what the
 * product, the county, its projects or the person are called, with years, numbers and signs around it or letters written as
 * figures.
 * @param names what belongs to this person and place, as it is written there
 */
export function isEasyPassword(password: string, names: readonly string[] = []): boolean {
  if (isLeakedPassword(password)) return true
  const folded = fold(password)
  const read = folded.replaceAll(/[013457@$!]/g, (sign) => lookalikes[sign] ?? sign)
  const named = names.flatMap(wordsOf).flatMap((word) => (word.length > 5 ? [word, word.slice(0, -1)] : [word]))
  const words = [...known, ...named].sort((a, b) => b.length - a.length)
  return [folded, read].some((text) => isRepeated(text) || ownPart(text, words).length < ownSigns)
}

const isRepeated = (text: string): boolean => /^(.{1,8}?)\1+.{0,3}$/.test(text) || new Set(text).size < 5

/** What is left of a password without words, rows of keys, years and signs that no guess needs. */
function ownPart(text: string, words: readonly string[]): string {
  let left = text
  for (const word of words) left = left.replaceAll(word, ' ')
  return withoutRows(left)
    .replaceAll(/(?:19|20)\d\d|(.)\1{2,}/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Without runs of four signs and more along a row, there and back. */
function withoutRows(text: string): string {
  let left = ''
  for (let at = 0; at < text.length; ) {
    let length = 4
    while (at + length <= text.length && ways.some((way) => way.includes(text.slice(at, at + length)))) length += 1
    if (length > 4) at += length - 1
    else left += text[at++]
  }
  return left
}
