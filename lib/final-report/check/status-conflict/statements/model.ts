import type { Locale } from '@/lib/platform/locales'

/** What a clause says of a model: whether it is used on, and whether it was ever tried. Null: says nothing of it. */
export type Said = { use: boolean | null; tried: boolean | null; from: number; to: number; text: string }

type Kind = 'stays' | 'ended' | 'never' | 'tried'

const meaning: Record<Kind, Pick<Said, 'use' | 'tried'>> = {
  stays: { use: true, tried: true },
  ended: { use: false, tried: null },
  never: { use: false, tried: false },
  tried: { use: null, tried: true },
}

const few = String.raw`(?:[\p{L}-]+\s+){0,3}?`
const not = String.raw`(?<![\p{L}])(?:ett)?ei(?:vät|kä|vätkä)?\s+(?!vain|ainoastaan|pelkästään)`

/**
 * How a report says it, the surest first: the first pattern that fits a clause decides. A negation is read before the same
 * words without it.
 */
const patterns: Record<Locale, readonly [Kind, RegExp][]> = {
  fi: [
    [
      'never',
      new RegExp(
        `${not}${few}(?:koskaan\\s+)?(?:ote(?:ttu|ta)|saatu|tullut|päätynyt|viety|voitu\\s+ottaa)\\s+${few}(?:käyttöön|tuotantoon|käytäntöön)`,
        'iu',
      ),
    ],
    ['never', new RegExp(`käyttöön\\s+(?:[\\p{L}-]+\\s+)?${not}${few}(?:otettu|saatu|viety)`, 'iu')],
    [
      'never',
      new RegExp(
        `${not}${few}(?:pilotoi(?:tu|da)|pilotoitaisi|kokeiltu|jalkautettu|jalkautettua|jalkauttaa|jalkautunut|juurrutettua|vakiinnutettua|käynnistetty|käynnistynyt|toteutettu)(?!\\p{L})|käyttöönottoa\\s+${not}${few}(?:tehty|aloitettu)`,
        'iu',
      ),
    ],
    [
      'never',
      /käyttöönot(?:to|on)\p{L}*\s+(?:[\p{L}-]+\s+){0,2}(?:ei\s+(?:[\p{L}-]+\s+)?(?:toteutunut|onnistunut|edennyt)|pysähtyi|peruuntui|perutti?in|raukesi|kariutui|hylättiin|jäi\s+(?:kesken|tekemättä|toteutumatta|toteuttamatta))|jäi\s+(?:suunnitelman|suunnitelmien|idean)\s+tasolle|jäi\s+(?:suunnitelmaksi|ideaksi|paperille)/iu,
    ],
    [
      'never',
      /jäi(?:vät)?\s+(?:[\p{L}-]+\s+){0,2}(?:kokeilematta|pilotoimatta|toteuttamatta|toteutumatta|jalkauttamatta|käynnistämättä|käyttämättä|ottamatta\s+käyttöön)|(?:jätettiin|on jätetty)\s+(?:[\p{L}-]+\s+){0,2}(?:kokeilematta|pilotoimatta|toteuttamatta|jalkauttamatta|ottamatta\s+käyttöön)|kehittäminen jäi kesken/iu,
    ],
    [
      'ended',
      new RegExp(
        `${not}${few}(?:jäänyt|jääneet|jää|jäänyt)\\s+${few}(?:käyttöön|elämään|pysyväksi|toimintaan)|käyttöön\\s+${not}${few}jäänyt`,
        'iu',
      ),
    ],
    [
      'ended',
      new RegExp(
        `${not}${few}(?:vakiintunut|vakiinnutettu|juurtunut|juurrutettu|jatk(?:u|unut|ettu|eta))(?!\\p{L})|${not}${few}ole\\s+${few}käytössä|${not}${few}(?:käytetä)(?!\\p{L})`,
        'iu',
      ),
    ],
    ['ended', new RegExp(`${not}tullut\\s+${few}pysyv`, 'iu')],
    [
      'ended',
      /(?<!\p{L})(?:lopetettiin|lopetetaan|on lopetettu|päätettiin lopettaa|lakkautettiin|lakkautetaan|on lakkautettu|lakkasi|loppui|jäi pilotiksi|jäi kokeiluksi|luovuttiin|on luovuttu|luopui|päätettiin luopua|poistettiin käytöstä|poistui käytöstä|on poistettu käytöstä|ajettiin alas|keskeytettiin|keskeytti|keskeytyi|päättyi|kuopattiin|hylättiin)(?!\p{L})/iu,
    ],
    [
      'stays',
      /(?<!\p{L})(?:jäi|jää|jäävät|jäivät|on jäänyt|on jätetty|jätettiin)\s+(?:[\p{L}-]+\s+){0,3}?(?:käyttöön|pysyväksi|pysyvään käyttöön|osaksi|elämään)|käyttöön\s+jäi(?!\p{L})/iu,
    ],
    [
      'stays',
      /(?<!\p{L})on\s+(?:[\p{L}-]+\s+){0,2}(?:vakiintunut|vakiintuneena|pysyvästi käytössä|pysyvässä käytössä|yhä käytössä|edelleen käytössä|vakiintuneesti käytössä)|on (?:nyt |nykyään )?(?:vakiintunut |pysyvä )?osa (?:perus|normaal|pysyvä|arki|arjen|palvel)|(?<!\p{L})on (?:nyt |nykyään |jo )?käytössä(?!\p{L})|käytetään (?:yhä|edelleen)|on juurtunut|juurtui (?:osaksi|arkeen)|vakinaistettiin|siirtyi pysyväksi|käyttö jatkuu|(?:otettiin|on otettu) pysyvästi käyttöön|vakiinnutettiin|vakiintui|juurtui osaksi|siirtyi osaksi|siirrettiin osaksi/iu,
    ],
    [
      'stays',
      /(?<!\p{L})(?:jatkuu|jatketaan|jatkaa)\s+(?:[\p{L}-]+\s+){0,3}(?:perustoimin|perustyö|normaali|pysyvä|vakiintun|omana toimintana|hankkeen (?:jälkeen|päätyttyä))/iu,
    ],
    [
      'tried',
      /(?<!\p{L})(?:otettiin|on otettu)\s+(?:[\p{L}-]+\s+){0,3}käyttöön|(?<!\p{L})(?:pilotoitiin|on pilotoitu|kokeiltiin|on kokeiltu|jalkautettiin|on jalkautettu)(?!\p{L})|käyttöön otettiin/iu,
    ],
  ],
  sv: [
    [
      'never',
      /(?:inte|aldrig)\s+(?:[\p{L}-]+\s+){0,3}?(?:tagits|togs|tas|tas|införts|infördes|pilottestats|pilottestades|prövats|prövades|genomförts|genomfördes|startades|startats)|(?:togs|har|infördes|prövades|pilottestades|genomfördes|startades)\s+(?:[\p{L}-]+\s+){0,2}?(?:inte|aldrig)(?!\s+(?:bara|endast))|ibruktagandet\s+(?:[\p{L}-]+\s+){0,2}(?:ställdes in|uteblev|avbröts|genomfördes inte)/iu,
    ],
    [
      'ended',
      /(?:blev|blir|förblev|är|fortsätter|fortsatte|etablerades)\s+(?:[\p{L}-]+\s+){0,2}?(?:inte|aldrig)(?!\s+(?:bara|endast))|(?:inte|aldrig)\s+(?:[\p{L}-]+\s+){0,2}?(?:blev|blivit|fortsätter|fortsatt)\s*(?:kvar)?|(?<!\p{L})(?:används (?:inte|aldrig)|lades ner|lades ned|har lagts ner|har lagts ned|avvecklades|har avvecklats|avslutades|upphörde|avbröts|togs ur bruk|slopades|frångicks|avstod från)(?!\p{L})/iu,
    ],
    [
      'stays',
      /(?:blev|blir|har blivit)\s+(?:[\p{L}-]+\s+){0,3}?kvar\s+i\s+bruk|(?:är|förblir)\s+(?:fortfarande|alltjämt|permanent)\s+i\s+(?:bruk|användning)|(?:permanent|varaktigt)\s+i\s+bruk|fortsätter\s+som\s+(?:en\s+)?(?:del|permanent|normal)|är\s+(?:nu\s+)?en\s+(?:etablerad|permanent)\s+del|(?<!\p{L})etablerades(?!\p{L})/iu,
    ],
    [
      'tried',
      /(?:togs|har tagits)\s+(?:[\p{L}-]+\s+){0,3}?i\s+bruk|(?<!\p{L})(?:pilottestades|har pilottestats|prövades|infördes)(?!\p{L})/iu,
    ],
  ],
  en: [
    [
      'never',
      /(?:never|not)\s+(?:been\s+|be\s+|yet\s+)?(?:taken into use|piloted|tried|introduced|rolled out|implemented|launched)/iu,
    ],
    [
      'ended',
      /(?:not|never)\s+(?:remain|stay|continue|continued|remained|stayed)|(?:discontinued|abandoned|phased out|closed down|terminated|withdrawn)/iu,
    ],
    [
      'stays',
      /(?:stayed|remained|remains|stays)\s+(?:[\p{L}-]+\s+){0,2}in use|continues as (?:a )?(?:part|normal|permanent)|(?:became|is now) (?:an established|a permanent)/iu,
    ],
    ['tried', /(?:was|were|has been)\s+(?:taken into use|piloted|tried|rolled out|introduced)/iu],
  ],
}

/** A condition, a plan, a part, or the time before: not what became of the model. */
const aside: Record<Locale, RegExp> = {
  fi: /(?<!\p{L})(?:vain )?osa(?:a|lle|sta)?\s+\p{L}+(?:sta|stä)(?!\p{L})|(?<!\p{L})ei(?:vät)?\s+(?:\p{L}+\s+){0,2}(?:vain|ainoastaan|pelkästään)(?!\p{L})|^\s*(?:alussa|jos|mikäli|jotta|kunhan|ennen kuin|kun malli otetaan)(?!\p{L})|(?<!\p{L})(?:voisi|voisiko|voitaisiin|aluksi|alun perin|aiemmin|ennen hanketta|osittain|osin|joiltakin osin|pidetään|suunnitellaan)(?!\p{L})/iu,
  sv: /^\s*(?:om|ifall|för att)(?!\p{L})|(?<!\p{L})(?:skulle|till en början|i början|tidigare|före projektet|delvis|en del)(?!\p{L})/iu,
  en: /^\s*(?:if|in order)(?!\p{L})|(?<!\p{L})(?:would|could|initially|at first|before the project|partly|some of|parts of)(?!\p{L})/iu,
}

/** What comes of the model, or was before it: "mallin ansiosta", "ennen mallia". The model is not what is told of. */
const around: Record<Locale, RegExp> = {
  fi: /(?<!\p{L})\p{L}+n\s+(?:ansiosta|avulla|myötä|kautta|vuoksi|takia|aikana|mukaan)(?!\p{L})|(?<!\p{L})ennen\s+\p{L}+(?!\p{L})/giu,
  sv: /(?<!\p{L})(?:tack vare|med hjälp av|före|genom)\s+\p{L}+(?!\p{L})/giu,
  en: /(?<!\p{L})(?:thanks to|because of|before|by means of)\s+(?:the\s+)?\p{L}+(?!\p{L})/giu,
}

/** The clause without what only surrounds its subject, of the same length. */
export function withoutSurroundings(clause: string, language: Locale): string {
  return clause.replace(around[language], (words) => ' '.repeat(words.length))
}

/** Whether a later clause takes an end back: "…, mutta jatkui syksyllä". */
export function isTakenBack(later: readonly Clause[]): boolean {
  return later.some(({ text }) =>
    /(?<!\p{L})(?:jatkui|jatkettiin|laajeni|laajennettiin|aloitettiin uudelleen|käynnistyi uudelleen|återupptogs|fortsatte|utvidgades|resumed|was extended)(?!\p{L})/iu.test(
      text,
    ),
  )
}

export type Clause = { text: string; from: number }

/** Parts of a sentence that each say something of their own. */
export function clausesOf(sentence: string): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  for (const match of sentence.matchAll(
    /[;:]\s+|,\s+(?=(?:ja|mutta|vaikka|koska|sillä|joten|kun|jos|kunnes|eikä|eivätkä|jotta|vaan|ennen kuin|och|men|eftersom|fastän|om|så|and|but|because|although|if|so)(?!\p{L}))/giu,
  )) {
    clauses.push({ text: sentence.slice(from, match.index), from })
    from = match.index + match[0].length
  }
  clauses.push({ text: sentence.slice(from), from })
  return clauses
}

/** What a clause says; null when it says nothing that is sure. */
export function saidIn({ text, from }: Clause, language: Locale): Said | null {
  if (aside[language].test(text)) return null
  for (const [kind, pattern] of patterns[language]) {
    const match = pattern.exec(text)
    if (match)
      return { ...meaning[kind], from: from + match.index, to: from + match.index + match[0].length, text: match[0] }
  }
  return null
}

/** What a cell of a table says: yes, no, or partly. Null: nothing. */
export function cellSays(cell: string | null): boolean | 'partly' | null {
  const text = cell?.trim().toLowerCase() ?? ''
  if (text === '' || /^[-–—]$/.test(text)) return null
  if (/osittai|osin|delvis|partly|partial|\//.test(text)) return 'partly'
  if (/^(?:kyllä|on|joo|ja|yes|x|k|✓|✔)(?![\p{L}])/u.test(text)) return true
  return /^(?:ei|nej|no|inte)(?!\p{L})/u.test(text) ? false : null
}
