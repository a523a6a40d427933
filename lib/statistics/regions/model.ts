import { type Answer, countryCategory, countyCategory, countyCount, type Region, refusal } from '@/lib/statistics/model'

/** A county or the whole country, by what does not change. */
export type Area = Pick<Region, 'category' | 'code'>

/**
 * The counties and the whole country among the areas of a service. There are exactly 23 counties with different codes; with
 * any other number nobody could say whose figures are missing, so nothing is taken (REGIONS, with the number seen).
 */
export function followedRegions(all: readonly Region[]): Answer<Region[]> {
  const counties = all.filter(({ category }) => category === countyCategory)
  const codes = new Set(counties.map(({ code }) => code))
  if (counties.length !== countyCount || codes.size !== countyCount) return refusal('REGIONS', String(counties.length))
  const country = all.filter(({ category }) => category === countryCategory)
  return { ok: true, value: [...counties, ...country] }
}

const plain = (name: string): string =>
  name
    .toLocaleLowerCase('fi')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[–—]/g, '-')
    .trim()

const wholeCountry = ['koko maa', 'hela landet', 'whole country', 'kaikki hyvinvointialueet', 'kaikki alueet', 'suomi']

/**
 * The county or country that a service means by a name and a code of its own. Codes of other services count in other
 * categories: "01" may be a region, a hospital district or a county. So the name decides, and a code only when it says
 * itself that it is a county's (HV04, HVA04).
 */
export function areaNamed(known: readonly Region[], { name, code }: { name: string; code: string }): Area | null {
  const counties = known.filter(({ category }) => category === countyCategory)
  const wanted = plain(name)
  const named = counties.find(({ titleFi, titleSv, titleEn }) =>
    [titleFi, titleSv, titleEn].some((title) => title !== null && plain(title) === wanted),
  )
  if (named) return { category: named.category, code: named.code }
  const own = /^HVA?(\d{2})$/i.exec(code)?.[1]
  const coded = own === undefined ? undefined : counties.find((one) => one.code === own)
  if (coded) return { category: coded.category, code: coded.code }
  if (code !== 'SSS' && !wholeCountry.includes(wanted)) return null
  const country = known.find(({ category }) => category === countryCategory)
  return country ? { category: country.category, code: country.code } : null
}

/** The county whose name is the organisation's; null when none is. A code that somebody has set comes first. */
export function countyOf(
  known: readonly Region[],
  { name, regionCode }: { name: string; regionCode: string | null },
): Region | null {
  const counties = known.filter(({ category }) => category === countyCategory)
  if (regionCode !== null) return counties.find(({ code }) => code === regionCode) ?? null
  const found = areaNamed(counties, { name, code: '' })
  return counties.find(({ code }) => code === found?.code) ?? null
}
