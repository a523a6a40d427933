import { canonicalUnit } from '@/lib/values/units'

/** Units that running text bends: the beginning and the endings that follow it. The unit itself is that of lib/values/units. */
const bent: readonly (readonly [RegExp, string])[] = [
  [/^(?:prosenttiyksikk|prosenttiyksikö|%-yks|procentenhet|percentage points?$)/, '%-yks.'],
  [/^(?:prosent(?:ti|tia|tiin|in|issa|ista|illa|ille|iksi)|pros\.|procent(?:en|s)?|per ?cent)$/, '%'],
  [/^(?:euro(?:a|n|lla|on|ja|jen|ssa|sta|ina)?|e|eur|€)$/, '€'],
  [/^(?:minuut|minuu?t(?:er|en|erna)$)/, 'min'],
  [/^(?:tun(?:ti|tia|nin|nissa|nista|teja|nilla|tiin)|timm(?:e|ar|en|arna)|h|hours?)$/, 'h'],
  [
    /^(?:vuorokau(?:si|den|tta|dessa|desta|teen|sia)|päiv(?:ä|ää|än|ässä|ästä|ään|iä)|vrk|pv|pvä|dygn(?:et)?|dag(?:ar|en)?|days?)$/,
    'vrk',
  ],
  [/^(?:viik(?:ko|koa|on|ossa|osta|koon|koja)|vk|vko|veck(?:a|or|an)|weeks?)$/, 'vk'],
  [/^(?:kuukau(?:si|den|tta|dessa|desta|teen|sia)|kk|månad(?:er|en)?|mån\.?|months?)$/, 'kk'],
  [/^(?:vuo(?:si|den|tta|dessa|teen|sia)|years?)$/, 'v'],
  [/^(?:henkilötyövuo|htv|årsverk|person-years?)/, 'htv'],
  [/^(?:henkilötyöpäiv|htp|dagsverk)/, 'htp'],
  [/^(?:kappalet?ta|kpl|st\.?|pcs)$/, 'kpl'],
]

/** The unit that a word of running text says, in its one spelling: `minuutissa` → `min`; null when the word is no unit. */
export function unitOfWord(word: string): string | null {
  const plain = word.toLowerCase()
  if (plain === '%' || plain === '‰') return plain
  const known = bent.find(([pattern]) => pattern.test(plain))
  return known ? known[1] : ['hlö', 'min', 'h', '%'].includes(canonicalUnit(plain)) ? canonicalUnit(plain) : null
}

const multipliers: readonly (readonly [RegExp, string])[] = [
  [/^(?:miljoona(?:a|n)?|milj\.?|mn|miljoner|miljon|million)$/i, '1000000'],
  [/^(?:miljardi(?:a|n)?|mrd\.?|miljarder|miljard|billion)$/i, '1000000000'],
  [/^(?:tuhatta|tuh\.?|tusen|thousand)$/i, '1000'],
]

/** `miljoonaa` → 1000000; null when the word multiplies nothing. */
export function multiplierOfWord(word: string): string | null {
  return multipliers.find(([pattern]) => pattern.test(word))?.[1] ?? null
}
