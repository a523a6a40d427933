/** Numbers written in words, in Finnish, Swedish and English, with the forms that running text gives them. */

const finnishUnits: readonly (readonly [number, readonly string[]])[] = [
  [1, ['yksi', 'yhtä', 'yhteen', 'yhde', 'ssä', 'stä', 'llä', 'ltä']],
  [2, ['kaksi', 'kahta', 'kahteen', 'kahde', 'ssa', 'sta', 'lla', 'lta']],
  [3, ['kolme', 'kolmea', 'kolmeen', 'kolme', 'ssa', 'sta', 'lla', 'lta']],
  [4, ['neljä', 'neljää', 'neljään', 'neljä', 'ssä', 'stä', 'llä', 'ltä']],
  [5, ['viisi', 'viittä', 'viiteen', 'viide', 'ssä', 'stä', 'llä', 'ltä']],
  [6, ['kuusi', 'kuutta', 'kuuteen', 'kuude', 'ssa', 'sta', 'lla', 'lta']],
  [7, ['seitsemän', 'seitsemää', 'seitsemään', 'seitsemä', 'ssä', 'stä', 'llä', 'ltä']],
  [8, ['kahdeksan', 'kahdeksaa', 'kahdeksaan', 'kahdeksa', 'ssa', 'sta', 'lla', 'lta']],
  [9, ['yhdeksän', 'yhdeksää', 'yhdeksään', 'yhdeksä', 'ssä', 'stä', 'llä', 'ltä']],
  [10, ['kymmenen', 'kymmentä', 'kymmeneen', 'kymmene', 'ssä', 'stä', 'llä', 'ltä']],
]

/** Nominative, partitive, illative, and the stem with its endings. */
function finnishForms([nominative = '', partitive = '', illative = '', stem = '', ...endings]: readonly string[]) {
  return { nominative, partitive, illative, oblique: ['n', 'lle', 'ksi', ...endings].map((ending) => stem + ending) }
}

function finnishNumbers(): [string, number][] {
  const found: [string, number][] = [
    ['nolla', 0],
    ['nollaan', 0],
    ['nollasta', 0],
  ]
  const add = (words: readonly string[], value: number) =>
    found.push(...words.map((word): [string, number] => [word, value]))
  for (const [value, words] of finnishUnits) {
    const { nominative, partitive, illative, oblique } = finnishForms(words)
    const all = [nominative, partitive, illative, ...oblique]
    add(all, value)
    if (value < 10)
      add(
        all.map((word) => `${word}toista`),
        value + 10,
      )
    if (value === 1 || value === 10) continue
    const genitive = oblique[0] ?? ''
    add([`${nominative}kymmentä`, `${genitive}kymmenen`, `${illative}kymmeneen`], value * 10)
    for (const [one, unit] of finnishUnits.slice(0, 9)) {
      add([`${nominative}kymmentä${finnishForms(unit).nominative}`], value * 10 + one)
    }
    add([`${nominative}sataa`, `${genitive}sadan`], value * 100)
    add([`${nominative}tuhatta`, `${genitive}tuhannen`], value * 1000)
  }
  add(['sata', 'sataa', 'sadan', 'sadassa', 'sadasta', 'sataan', 'sadalla', 'sadalle'], 100)
  add(['tuhat', 'tuhannen', 'tuhanteen', 'tuhannesta'], 1000)
  add(['kahdesti'], 2)
  add(['kolmesti'], 3)
  add(['neljästi'], 4)
  add(['viidesti'], 5)
  add(['puolitoista'], 1.5)
  return found
}

const swedish =
  'noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo'
const english =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen twenty'
const swedishTens = 'tjugo trettio fyrtio femtio sextio sjuttio åttio nittio'
const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety'

function counted(ones: string, tens: string, hundred: string, thousand: string, join: string): [string, number][] {
  const small = ones.split(' ')
  const found = small.map((word, value): [string, number] => [word, value])
  for (const [index, ten] of tens.split(' ').entries()) {
    found.push([ten, (index + 2) * 10])
    for (let one = 1; one < 10; one += 1) found.push([`${ten}${join}${small[one]}`, (index + 2) * 10 + one])
  }
  found.push([hundred, 100], [thousand, 1000])
  for (let one = 2; one < 10; one += 1) {
    found.push([`${small[one]}${hundred}`, one * 100], [`${small[one]}${thousand}`, one * 1000])
  }
  return found
}

const numbers: ReadonlyMap<string, number> = new Map([
  ...counted(english, englishTens, 'hundred', 'thousand', '-'),
  ...counted(swedish, swedishTens, 'hundra', 'tusen', ''),
  ...finnishNumbers(),
])

/** The number a single word says ("viidestä", "kolmesti", "tolv"); null when it says none. */
export function numberOfWord(word: string): number | null {
  return numbers.get(word.toLowerCase()) ?? null
}

const finnishParts: readonly (readonly [number, readonly string[]])[] = [
  [3, ['kolmannes', 'kolmannekse', 'kolmasosa', 'kolmasosa']],
  [4, ['neljännes', 'neljännekse', 'neljäsosa', 'neljäsosa']],
  [5, ['viidennes', 'viidennekse', 'viidesosa', 'viidesosa']],
  [10, ['kymmenes', 'kymmenekse', 'kymmenesosa', 'kymmenesosa']],
]

const parts: ReadonlyMap<string, number> = new Map([
  ...finnishParts.flatMap(([whole, [short = '', stem = '', long = '']]) =>
    [
      short,
      `${short}ta`,
      `${short}tä`,
      ...['en', 'esta', 'estä', 'essa', 'essä', 'ella', 'ellä', 'elle', 'een'].map((end) => stem.slice(0, -1) + end),
      ...['', 'a', 'n', 'ssa', 'sta', 'lla', 'lle', 'an'].map((end) => long + end),
    ].map((word): [string, number] => [word, whole]),
  ),
  ...(['tredjedel', 'tredjedelar', 'tredjedelen', 'third', 'thirds'] as const).map((word): [string, number] => [
    word,
    3,
  ]),
  ...(['fjärdedel', 'fjärdedelar', 'fjärdedelen', 'quarter', 'quarters'] as const).map((word): [string, number] => [
    word,
    4,
  ]),
  ...(['femtedel', 'femtedelar', 'fifth', 'fifths'] as const).map((word): [string, number] => [word, 5]),
  ...(['tiondel', 'tiondelar', 'tenth', 'tenths'] as const).map((word): [string, number] => [word, 10]),
])

/** Into how many parts a word divides the whole: `kolmannes` 3, `fjärdedel` 4; null when it is no such word. */
export function partOfWord(word: string): number | null {
  return parts.get(word.toLowerCase()) ?? null
}

const halves = new Set(['puolet', 'hälften', 'half'])

/** `puolet`, `hälften` */
export function isHalf(word: string): boolean {
  return halves.has(word.toLowerCase())
}

/** Out of how many, in words: "kaksi kolmesta", "två av tre" (the word after "av"). */
export function isOutOf(word: string): boolean {
  return /(?:sta|stä)$/.test(word) && numberOfWord(word) !== null
}
