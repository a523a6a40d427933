import type { Locale } from '@/lib/platform/locales'

/**
 * Numbers in running text that measure nothing: dates, times of day, codes, telephone numbers, numbers of chapters and laws,
 * names with a number in them. They are blanked before numbers are read, so that what is left counts something.
 */
const dash = '[–—‑-]'

const numbered =
  'luku|luvu\\p{L}*|luvuis\\p{L}*|lukuja|lukuihin|lukuun|kohta|kohda\\p{L}*|kohtaan|kysymys|kysymy\\p{L}*|liite|liitte\\p{L}*|liitettä|kuva|kuvan|kuvas\\p{L}*|kuviossa|kuvio|' +
  'taulukko|taulukon|tauluko\\p{L}*|investoin\\p{L}*|pilari\\p{L}*|työpake\\p{L}*|asia|asiakohta|vaihe|vaihee\\p{L}*|osa|osan|osassa|sivu|sivulla|versio\\p{L}*|' +
  'kapitel|tabell|figur|bilaga|bilagor|investering(?:en|arna|ar)?|pelare|arbetspaket|punkt|sida|fråga|frågan|avsnitt|version|' +
  'section|chapter|table|figure|annex|appendix|pillar|investments?|question|page|work package|' +
  'viikko|viikolla|viikon|vko|vk|vecka|week'

const months =
  '(?:(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu\\p{L}*|januari|februari|mars|april|maj|juni|juli|augusti|' +
  'september|oktober|november|december|january|february|march|may|june|july|august|october)'

const always: readonly RegExp[] = [
  /https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w.-]+|(?<![\p{L}\d])[\p{L}\d-]+\.(?:fi|com|se|org|net|eu|info)(?![\p{L}\d])\S*/gu,
  /(?<![\p{L}\d])\p{L}+\/\d[\d./]*/gu,
  /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g,
  /(?<![\d.,])\d{1,2}(?:\.\d{1,2}){2,}(?:#\d+)?(?!\d)/g,
  new RegExp(
    `(?<![\\d.,])\\d{1,2}\\.?\\s?(?:${dash}\\s?\\d{1,2}\\.?\\s?)?(?:den\\s)?${months}(?:\\s\\d{4})?(?!\\p{L})`,
    'giu',
  ),
  new RegExp(`(?<![\\d.,])\\d{1,2}\\.(?:\\s?${dash}\\s?\\d{1,2}\\.)?\\s?\\d{1,2}\\.\\s?(?:19|20)\\d{2}(?!\\d)`, 'g'),
  /(?<![\p{L}\d])(?:Q[1-4]|H[12])\s?\/?\s?(?:20)?\d{2}(?!\d)|(?<!\d)20\d\d\s?\/?Q[1-4]/giu,
  new RegExp(
    `(?<![\\d/.,])(?:0?[1-9]|1[0-2])(?:\\s?${dash}\\s?(?:0?[1-9]|1[0-2]))?\\/(?:20\\d\\d|2\\d|3[0-5])(?![\\d/])`,
    'g',
  ),
  /(?<![\d/])\d+\/(?:19|20)\d\d(?![\d/])|(?<![\d/])(?:19|20)\d\d\/\d{2,}|(?<!\d)24\/7(?!\d)/g,
  /(?<![\p{L}\d])(?:kello|klo|kl\.?|klockan)\s*\d{1,2}(?:[.:]\d{2})?(?:\s?[–-]\s?\d{1,2}(?:[.:]\d{2})?)?(?::\p{L}+)?/giu,
  /(?<![\p{L}\d])(?:arkisin|arkipäivisin|päivittäin|maanantai\p{L}*|tiistai\p{L}*|keskiviik\p{L}*|torstai\p{L}*|perjantai\p{L}*|lauantai\p{L}*|sunnuntai\p{L}*|ma|ti|ke|to|pe|la|su|vardagar|weekdays)\s+\d{1,2}(?:[.:]\d{2})?\s?[–-]\s?\d{1,2}(?:[.:]\d{2})?/giu,
  /\d+\s?(?:[a-z]\s)?(?:§|pykäl)|§\s?\d+(?:[.,]\d+)*/g,
  /\+\d[\d ()-]{6,}\d|(?<![\d.,])0\d{1,2}[ -]?\d{3}[ -]?\d{2,4}(?: ?\d{2,4})?(?!\d)|(?<!\d)116 ?117(?!\d)/g,
  /(?<!\p{L})(?:hätä\p{L}*|nödnum\p{L}*|larmnum\p{L}*|emergency number|numero(?:on|sta)|soita|ring)\s1\d{2}(?!\d)/giu,
  new RegExp(
    `(?<!\\p{L})(?:${numbered})\\s(?!\\d+\\s?%)\\d+(?:\\.\\d+)*(?:#\\d+)?(?:(?:\\s?${dash}\\s?|,\\s|\\s(?:ja|tai|sekä|eikä|och|eller|and|or)\\s)\\d+(?:\\.\\d+)*(?![\\d \\u00a0]*\\s?(?:%|\\p{L}{3,}[äa]\\b|\\d)))*`,
    'giu',
  ),
  /(?<!\p{L})(?:tyypin|tyyppi|typ|type)\s[12](?!\d)/giu,
  /(?<!\p{L})(?:asteik\p{L}*|skala\p{L}*|scale)\s(?:on\s|of\s|från\s|from\s)?[+\-−]?\d+\s?(?:–|-|…|\.\.\.|till|to)\s?[+\-−]?\d+/giu,
  /(?<![\p{L}\d])\p{L}[\p{L}\d]*[-‑]?\d[\p{L}\d]*(?:[-‑][\p{L}\d]+)*/gu,
  new RegExp(
    `(?<![\\d,.])\\d+(?:[.,]\\d+)?(?:\\s?${dash}\\s?\\d+(?:[.,]\\d+)?)?(?: \\d{3})?\\s?[-‑]\\p{L}[\\p{L}-]*`,
    'gu',
  ),
  /(?<![\d.,])\d{1,3}\.(?=\s\p{Ll})|^\s*\d{1,2}[.)]\s|(?<!\d)\d+(?::[ae]|st|nd|rd|th)(?!\p{L})/gu,
]

/** `26.8.` is a day in Finnish and Swedish; in English it would be a decimal at the end of a sentence. */
const dayAndMonth = new RegExp(
  `(?<![\\d.,])\\d{1,2}\\.(?:\\s?${dash}\\s?\\d{1,2}\\.)?\\s?(?:0?[1-9]|1[0-2])\\.(?![\\d])`,
  'g',
)

/** The text with everything blanked that is a number but no measure; places stay the same. */
export function withoutCodes(text: string, language: Locale): string {
  const blank = (found: string) => '\u0000'.repeat(found.length)
  let left = text
  for (const pattern of always) left = left.replace(pattern, blank)
  return language === 'en' ? left : left.replace(dayAndMonth, blank)
}
